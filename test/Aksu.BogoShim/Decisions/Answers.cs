using System.Security.Cryptography;
using Aksu.BogoShim.Configuration;
using Aksu.BogoShim.Connections;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.BogoShim.Decisions;

/// <summary>Answers the engine's questions as the flags of a case say, and keeps what was seen on the way.</summary>
internal sealed class Answers(ShimConfiguration configuration, Identities identities, MessageTrace trace)
{
    /// <summary>The sessions of a client, newest last.</summary>
    public List<TlsSession> Sessions { get; } = [];

    /// <summary>Whether the peer's certificates were looked at, and with what result; null when nobody asked.</summary>
    public bool? Verdict { get; private set; }

    public ReadOnlyMemory<byte> OcspResponse { get; private set; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Timestamps { get; private set; } = [];

    /// <summary>What the peer says that it accepts; null when nobody asked.</summary>
    public IReadOnlyList<SignatureScheme>? PeerSchemes { get; private set; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Authorities { get; private set; } = [];

    public bool ClientHelloSeen { get; private set; }

    /// <summary>A client's engine, whose sessions are to be collected.</summary>
    public ClientEngine? Client { get; init; }

    /// <summary>What a server serves the client with.</summary>
    public ServerHandshakeOptions? ServerOptions { get; init; }

    /// <summary>Where a server's sessions are.</summary>
    public ServerSessions? ServerSessions { get; init; }

    public void CollectSessions()
    {
        while (Client?.TryTakeSession(out TlsSession? session) == true)
        {
            Sessions.Add(session);
        }
    }

    /// <exception cref="DecisionFailedException">The case wants this decision to fail.</exception>
    public void Give(SuspendedRequest request)
    {
        switch (request)
        {
            case ServerOptionsRequest options:
                Give(options);
                break;
            case PeerCertificatesRequest certificates:
                Give(certificates);
                break;
            case IdentityRequest identity:
                Give(identity);
                break;
            case SignatureRequest signature:
                Give(signature);
                break;
            case SessionRequest session:
                Give(session);
                break;
        }
    }

    private void Give(ServerOptionsRequest request)
    {
        ClientHelloSeen = true;
        PeerSchemes = request.SignatureSchemes;
        if (configuration.RefusesClientHello)
        {
            request.Refuse(AlertDescription.HandshakeFailure, "The case refuses the ClientHello.");
            return;
        }

        if (configuration.CertificateDecisionFails)
        {
            throw new DecisionFailedException("The case fails the choice of a certificate.");
        }

        if (configuration.Expected.AdvertisedProtocols is { } expected && !expected.SequenceEqual(request.ApplicationProtocols))
        {
            throw new ShimFailure("The client offers other application protocols than expected.");
        }

        if (configuration.RefusesProtocols && request.ApplicationProtocols.Count > 0)
        {
            request.Refuse(AlertDescription.NoApplicationProtocol, "The case refuses the application protocols.");
            return;
        }

        if (configuration is { UsesOcspDecision: true, OcspDecisionFails: true })
        {
            throw new DecisionFailedException("The case fails the choice of an OCSP response.");
        }

        try
        {
            request.Provide(ServerOptions! with
            {
                ApplicationProtocols = configuration switch
                {
                    { DeclinesProtocols: true } or { SelectedProtocol: null } => [],
                    _ => [configuration.SelectedProtocol],
                },
            });
        }
        catch (ArgumentException e)
        {
            throw new DecisionFailedException(e.Message);
        }
    }

    private void Give(PeerCertificatesRequest request)
    {
        OcspResponse = request.OcspResponse;
        Timestamps = request.SignedCertificateTimestamps;
        Verdict = !configuration.VerificationFails;
        if (configuration.Expected.OcspResponse is { } response && !request.OcspResponse.Span.SequenceEqual(response))
        {
            throw new ShimFailure("The OCSP response is not there when the certificates are judged.");
        }

        if (configuration.Expected.PeerKeyHash is { } hash && !SHA256.HashData(request.Certificates[0].Span).AsSpan().SequenceEqual(hash))
        {
            request.Refuse(AlertDescription.CertificateUnknown, "Another key than the one that is known.");
            return;
        }

        if (request.CertificateType == CertificateType.X509 && !KeyUsageRule.Allows(request.Certificates[0], trace.CipherSuite))
        {
            request.Refuse(AlertDescription.UnsupportedCertificate, ":KeyUsage:");
            return;
        }

        bool isFatal = configuration.VerifiesPeer || configuration.RequiresClientCertificate
            || request.CertificateType == CertificateType.RawPublicKey;
        if (configuration.VerificationFails && isFatal)
        {
            request.Refuse(
                configuration.UsesCustomVerification ? AlertDescription.CertificateUnknown : AlertDescription.HandshakeFailure,
                "The case refuses the certificates.");
        }
        else if (configuration is { UsesOcspDecision: true, OcspDecisionFails: true, IsServer: false })
        {
            request.Refuse(AlertDescription.BadCertificateStatusResponse, "The case refuses the OCSP response.");
        }
        else
        {
            request.Accept();
        }
    }

    private void Give(IdentityRequest request)
    {
        PeerSchemes = request.SignatureSchemes;
        Authorities = request.CertificateAuthorities;
        if (configuration.CertificateDecisionFails)
        {
            throw new DecisionFailedException("The case fails the choice of a certificate.");
        }

        if (IdentityAnswer.Choose(identities.Keys, request, trace.CertificateTypes, out string? whyNot) is { } key)
        {
            request.Provide(key);
        }
        else if (whyNot is not null)
        {
            request.Refuse(AlertDescription.HandshakeFailure, whyNot);
        }
        else
        {
            request.Decline();
        }
    }

    private void Give(SignatureRequest request)
    {
        SigningKey key = identities.KeyOf(request.Key);
        byte[] signature = new byte[key.MaxSignatureSize];
        request.Provide(signature.AsMemory(0, key.Sign(request.Algorithm, request.Content.Span, signature)));
    }

    private void Give(SessionRequest request)
    {
        using Secret? state = request.Ticket.IsEmpty || configuration.HasNoTickets
            ? null
            : ServerSessions!.Protector.Unprotect(request.Ticket.Span, ServerOptions!.Time.GetUtcNow());
        if (state is null)
        {
            request.NotFound();
        }
        else
        {
            request.Provide(state.Span.ToArray());
        }
    }
}
