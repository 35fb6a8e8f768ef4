using Aksu.BogoShim.Configuration;
using Aksu.BogoShim.Connections;
using Aksu.BogoShim.Decisions;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.BogoShim.Expectations;

/// <summary>Compares what came out of a connection with what the flags expect.</summary>
internal sealed class OutcomeCheck(
    ShimConfiguration configuration, TlsEngine engine, Answers answers, Identities identities, MessageTrace trace, bool isResumption)
{
    private ExpectedOutcome Expected => configuration.Expected;

    private TlsConnectionParameters Parameters => engine.Parameters!;

    // The engine says what this handshake did; BoringSSL keeps with a session what the first one did.
    private bool HasNoExchange => Parameters.IsResumed && Parameters.Version != ProtocolVersion.Tls13;

    public void AfterHandshake()
    {
        CheckNegotiation();
        CheckPeer();
        CheckExtensions();
        CheckResumption();
    }

    /// <summary>Tickets of TLS 1.3 come behind the handshake.</summary>
    public void AfterExchange()
    {
        if (!configuration.IsServer && Parameters.Version == ProtocolVersion.Tls13)
        {
            CheckSession();
        }
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new ShimFailure($"Unexpected: {what}");
        }
    }

    private void CheckNegotiation()
    {
        Require(Expected.Version is null || Expected.Version == Parameters.Version, $"version {Parameters.Version}");
        CipherSuite? suite = Expected.CipherSuite
            ?? (System.Runtime.Intrinsics.X86.Aes.IsSupported ? Expected.CipherSuiteWithAes : Expected.CipherSuiteWithoutAes);
        Require(suite is null || suite == Parameters.CipherSuite, $"cipher suite {Parameters.CipherSuite}");
        Require(Expected.Group is null || Expected.Group == Parameters.Group || HasNoExchange, $"group {Parameters.Group}");
        Require(
            Expected.IsHelloRetried is null || Expected.IsHelloRetried == Parameters.IsHelloRetried,
            $"retry {Parameters.IsHelloRetried}");
        Require(!Expected.HasExtendedMainSecret || Parameters.ExtendedMainSecret, "no extended_master_secret");
        Require(Expected.NoRenegotiations, "a renegotiation is expected");
    }

    private void CheckPeer()
    {
        SignatureScheme? scheme = configuration.IsServer ? Parameters.ClientSignatureScheme : Parameters.SignatureScheme;
        Require(
            Parameters.IsResumed || Expected.PeerScheme is null || Expected.PeerScheme.Value.Value == (LegacyAsNone(scheme)?.Value ?? 0),
            $"peer's signature scheme {scheme}");
        Require(
            Expected.PeerSchemes is null || answers.PeerSchemes?.SequenceEqual(Expected.PeerSchemes) == true,
            "schemes that the peer accepts");
        Require(
            !Expected.VerificationResult || (answers.Verdict ?? true) == !configuration.VerificationFails || answers.Verdict is null,
            "verdict on the peer");
        Require(
            Expected.OcspResponse is null || answers.Verdict is null || answers.OcspResponse.Span.SequenceEqual(Expected.OcspResponse),
            "OCSP response");
        Require(Expected.Timestamps is null || answers.Verdict is null || HasTimestamps(Expected.Timestamps), "certificate timestamps");
        CheckCertificates(Parameters.PeerCertificates);
        Require(
            Expected.PeerCertificateType is null || Expected.PeerCertificateType == Parameters.PeerCertificateType,
            $"certificate type {Parameters.PeerCertificateType}");
        if (Expected.Credential is { } index)
        {
            // Which of several pre-shared keys it was the engine does not say.
            bool isRight = Parameters.IsExternalPreSharedKey
                ? index >= 0 && configuration.Credentials[index].IsPreSharedKey
                : identities.IndexOf(Parameters.LocalCertificates) == index;
            Require(isRight, "credential");
        }

        Require(
            Expected.CertificateTypes is null || trace.CertificateTypes?.SequenceEqual(Expected.CertificateTypes) == true,
            "certificate types");
        if (Expected.Authorities is { } authorities)
        {
            Require(string.Join(',', answers.Authorities.Select(a => Convert.ToHexStringLower(a.Span))) == authorities, "authorities");
        }
    }

    // Before TLS 1.2 no scheme stands on the wire.
    private SignatureScheme? LegacyAsNone(SignatureScheme? scheme) =>
        Parameters.Version.Value < ProtocolVersion.Tls12.Value ? null : scheme;

    private bool HasTimestamps(byte[] list) =>
        answers.Timestamps.Sum(t => 2 + t.Length) + 2 == list.Length
        && answers.Timestamps.Count > 0 && list.AsSpan().EndsWith(answers.Timestamps[^1].Span);

    private void CheckCertificates(IReadOnlyList<ReadOnlyMemory<byte>> certificates)
    {
        bool mayLack = configuration.PreSharedKey is not null || configuration.Credentials.Any(static c => c.IsPreSharedKey);
        if (Expected.NoPeerCertificate)
        {
            Require(certificates.Count == 0, "a certificate of the peer");
        }
        else if (configuration.IsServer ? configuration.RequiresClientCertificate && !mayLack : !mayLack)
        {
            Require(certificates.Count > 0, "no certificate of the peer");
        }

        if (Expected.PeerCertificateFile is { } file)
        {
            IReadOnlyList<ReadOnlyMemory<byte>> expected = PemFile.Read(file);
            Require(
                expected.Count == certificates.Count
                    && expected.Zip(certificates).All(pair => pair.First.Span.SequenceEqual(pair.Second.Span)),
                "the peer's certificates");
        }
    }

    private void CheckExtensions()
    {
        Require(Expected.ServerName is null || Expected.ServerName == Parameters.ServerName, $"server name {Parameters.ServerName}");
        Require(!Expected.NoServerName || Parameters.ServerName is null, $"server name {Parameters.ServerName}");
        string? protocol = configuration switch
        {
            { IsServer: true, DeclinesProtocols: true } => "",
            { IsServer: true } => configuration.SelectedProtocol,
            _ => Expected.ApplicationProtocol,
        };
        Require((protocol ?? "") == (Parameters.ApplicationProtocol ?? ""), $"application protocol {Parameters.ApplicationProtocol}");
    }

    private void CheckResumption()
    {
        Require(Parameters.IsResumed == (isResumption && !Expected.IsSessionMissed), $"resumption {Parameters.IsResumed}");
        if (configuration.IsServer)
        {
            Require(
                isResumption || Expected.IsSessionKept is null || Expected.IsSessionKept == answers.ServerSessions!.Cache.Count > 0,
                "kept session");
            return;
        }

        answers.CollectSessions();
        if (Parameters.Version != ProtocolVersion.Tls13 && !Parameters.IsResumed)
        {
            CheckSession();
        }

        Require(!Expected.IsTicketRenewed || answers.Sessions.Count > 0, "no new ticket");
    }

    private void CheckSession() => Require(answers.Sessions.Count > 0 == !Expected.NoSession, $"{answers.Sessions.Count} sessions");
}
