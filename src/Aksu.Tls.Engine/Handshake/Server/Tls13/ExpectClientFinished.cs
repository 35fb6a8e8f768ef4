using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The client's last message (RFC 9846 §4.5.3).</summary>
/// <param name="keys">The keys.</param>
/// <param name="parameters">What is agreed.</param>
/// <param name="identity">Who the client is was decided before.</param>
internal sealed class ExpectClientFinished(ServerFinalKeys keys, TlsConnectionParameters parameters, IdentityAccepted identity)
    : ServerFinalState(keys)
{
    public override string Awaited => "the client's Finished";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Finished, message);
        ServerHandshakeKeys handshake = Keys.Handshake;
        Finished finished = Finished.Decode(message.Body, handshake.Suite.Hash.Size);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        var verified = FinishedVerified.Check(handshake.Client, context.Transcript.Peek(digest), finished.VerifyData.Span);
        context.Report(HandshakeEvent.PeerFinishedVerified);

        context.AddToTranscript(message);
        Aligned aligned = context.Transport.RequireAligned();
        context.SetReadSecret(KeyEpoch.ApplicationData, Keys.Client, aligned);
        ResumptionSecret resumption = handshake.Main.IntoResumption(context.Transcript.Peek(digest));
        return EstablishedServer.Establish(
            context, handshake, identity.In(parameters), resumption, new Exporter13(Keys.Exporter), verified);
    }
}
