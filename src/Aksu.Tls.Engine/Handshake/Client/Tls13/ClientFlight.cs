using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>
/// The client's last flight: certificate and proof where asked for, then Finished. It can only begin with evidence that the server is known
/// and that its Finished verified.
/// </summary>
internal sealed class ClientFlight : IDisposable
{
    private readonly ClientHandshakeKeys _keys;
    private readonly TrafficSecret _client;
    private readonly ExporterSecret _exporter;
    private TlsConnectionParameters _parameters;
    private bool _hasStarted;

    public ClientFlight(
        ClientHandshakeKeys keys,
        TlsConnectionParameters parameters,
        TrafficSecret client,
        ExporterSecret exporter,
        IdentityAccepted identity,
        FinishedVerified finished)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(finished);
        _keys = keys;
        _parameters = parameters;
        _client = client;
        _exporter = exporter;
    }

    /// <summary>Finds a certificate that fits, or asks the application for one.</summary>
    public HandshakeState AnswerDemand(HandshakeContext context, CertificateDemand demand)
    {
        ClientHandshakeOptions options = _keys.Offer.Options;
        CertifiedKey? key = ClientIdentityChoice.Choose(
            options, demand.Authorities, demand.ChainSchemes, candidate => demand.SchemeFor(candidate, options));
        return key is null && options.AsksForIdentity
            ? new AwaitIdentity(this, demand)
            : SendCertificate(context, demand, key);
    }

    /// <summary>Sends Certificate (an empty one without a key) and what follows it.</summary>
    public HandshakeState SendCertificate(HandshakeContext context, CertificateDemand demand, CertifiedKey? key)
    {
        if (key is null)
        {
            Start(context);
            context.Send(CertificateAnswer.Certificate(demand.Context, key: null, demand.Extensions));
            return Finish(context);
        }

        // The application may have chosen a key that the server cannot verify: it hears of it.
        SignatureScheme chosen = demand.SchemeFor(key, _keys.Offer.Options) ?? throw Errors.Fault.NoCommonSignatureScheme();
        Start(context);
        context.Send(CertificateAnswer.Certificate(demand.Context, key, demand.Extensions));
        _parameters = _parameters with { LocalCertificates = key.Chain, ClientSignatureScheme = chosen };
        ReadOnlySpan<byte> content = SignedContent.Write(
            Errors.TlsSide.Client, context.Transcript, stackalloc byte[SignedContent.MaxLength]);
        return CertificateAnswer.TrySign(key, chosen, content) is { } verify
            ? SendVerify(context, verify)
            : new AwaitClientSignature(this, HandshakeSignature.AskForSignature(key, chosen, content));
    }

    public HandshakeState SendVerify(HandshakeContext context, CertificateVerify verify)
    {
        context.Send(verify);
        return Finish(context);
    }

    public HandshakeState Finish(HandshakeContext context)
    {
        Start(context);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        Span<byte> verifyData = stackalloc byte[HashFunction.MaxSize];
        context.SendFinished(_keys.Client.ComputeFinished(context.Transcript.Peek(digest), verifyData));
        context.SetWriteSecret(KeyEpoch.ApplicationData, _client);
        ResumptionSecret resumption = _keys.Main.IntoResumption(context.Transcript.Peek(digest));
        try
        {
            context.Complete(_parameters, new Exporter13(_exporter));
        }
        catch
        {
            // No state holds it yet, and the rung that it came from is used up.
            resumption.Dispose();
            throw;
        }

        ClientHandshakeOptions options = _keys.Offer.Options;
        var established = new EstablishedClient(options, resumption, _keys.AuthenticatedAt);
        if (!options.PostHandshakeAuthentication)
        {
            context.ReleaseTranscript();
        }

        _keys.Dispose();
        return established;
    }

    public void Dispose()
    {
        _keys.Dispose();
        _client.Dispose();
        _exporter.Dispose();
    }

    private void Start(HandshakeContext context)
    {
        if (!_hasStarted && _keys.Offer.Options.MiddleboxCompatibility && !_keys.HasSentChangeCipherSpec)
        {
            context.SendChangeCipherSpec();
        }

        _hasStarted = true;
    }
}
