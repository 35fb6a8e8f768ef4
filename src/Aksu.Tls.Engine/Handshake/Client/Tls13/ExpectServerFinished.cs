using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The server's last message: it authenticates the handshake and the keys (RFC 9846 §4.5.3).</summary>
/// <param name="keys">The handshake keys.</param>
/// <param name="parameters">What is agreed so far.</param>
/// <param name="request">The server's wish for a client certificate; null when it has none.</param>
/// <param name="identity">Who the server is was decided before.</param>
internal sealed class ExpectServerFinished(
    ClientHandshakeKeys keys, TlsConnectionParameters parameters, CertificateDemand? request, IdentityAccepted identity)
    : ClientHandshakeState(keys)
{
    public override string Awaited => "Finished";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Finished, message);
        Finished finished = Finished.Decode(message.Body, Keys.Suite.Hash.Size);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        var verified = FinishedVerified.Check(Keys.Server, context.Transcript.Peek(digest), finished.VerifyData.Span);
        context.Report(HandshakeEvent.PeerFinishedVerified);

        context.AddToTranscript(message);
        Aligned aligned = context.Transport.RequireAligned();
        ReadOnlySpan<byte> transcript = context.Transcript.Peek(digest);
        ApplicationKeySet derived = Keys.Main.DeriveApplication(transcript);
        try
        {
            (TrafficSecret client, TrafficSecret server, ExporterSecret exporter) = derived;
            ReadOnlySpan<byte> random = Keys.Offer.Random.Span;
            context.LogSecret("CLIENT_TRAFFIC_SECRET_0", random, client.Span);
            context.LogSecret("SERVER_TRAFFIC_SECRET_0", random, server.Span);
            context.LogSecret("EXPORTER_SECRET", random, exporter.Span);
            context.SetReadSecret(KeyEpoch.ApplicationData, server, aligned);

            var flight = new ClientFlight(Keys, parameters, client, exporter, identity, verified);
            return request is null ? flight.Finish(context) : flight.AnswerDemand(context, request);
        }
        catch
        {
            // No state holds these keys yet; those of the handshake are this one's.
            derived.Dispose();
            throw;
        }
    }
}
