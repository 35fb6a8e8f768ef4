using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.BogoShim.Configuration;

/// <summary>The engine's options that the flags come to. What the engine has by opting in only is opted in.</summary>
internal static class EngineOptions
{
    private static readonly ProtocolVersion[] AllVersions =
        [ProtocolVersion.Tls13, ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10];

    private static readonly NamedGroup[] UsualGroups =
        [NamedGroup.X25519MlKem768, NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1];

    private static readonly SignatureScheme[] UsualVerifySchemes =
    [
        SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPkcs1Sha256,
        SignatureScheme.EcdsaSecp384r1Sha384, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPkcs1Sha384,
        SignatureScheme.RsaPssRsaeSha512, SignatureScheme.RsaPkcs1Sha512, SignatureScheme.RsaPkcs1Sha1,
    ];

    /// <summary>A client's.</summary>
    /// <exception cref="ConfigurationException">The engine refuses them.</exception>
    public static ClientHandshakeOptions ForClient(
        ShimConfiguration configuration, Identities identities, TimeProvider time, TlsObserver observer, TlsSession? session) =>
        Checked(() => new ClientHandshakeOptions
        {
            Time = time,
            Observer = observer,
            Versions = Versions(configuration),
            CipherSuites = CipherSuites(configuration),
            Groups = Groups(configuration),
            KeyShareGroups = configuration.KeyShares,
            SignatureSchemes = VerifySchemes(configuration),
            PreSharedKeys = PreSharedKeys(configuration),
            DangerousLegacyVersions = CipherList.HasLegacy(Suites12(configuration)),
            DangerousRsaKeyTransport = CipherList.HasKeyTransport(Suites12(configuration)),
            DangerousWithoutExtendedMainSecret = true,
            ApplicationProtocols = configuration.AdvertisedProtocols,
            MaxRecordContent = configuration.MaxSendFragment ?? 1 << 14,
            MaxPeerCertificates = 100,
            MaxCertificateMessageLength = configuration.MaxCertificateMessage ?? 128 * 1024,
            ServerName = configuration.HostName,
            Sessions = session is null || (configuration.HasNoTickets && !session.Ticket.IsEmpty) ? [] : [session],
            MaxTickets = configuration.HasNoTickets ? 0 : 64,
            Identities = AsksForIdentity(configuration) ? [] : [.. identities.Keys],

            // What a client can present it says in its hello: there it cannot be asked later.
            AsksForIdentity = !configuration.HasRawKeys,
            PeerCertificateTypes = PeerCertificateTypes(configuration),
            RequestOcspResponse = configuration.RequestsOcspResponse,
            RequestSignedCertificateTimestamps = configuration.RequestsTimestamps,
            Grease = configuration.HasGrease,
            IsFallback = configuration.IsFallback,
        });

    /// <summary>A server's.</summary>
    /// <exception cref="ConfigurationException">The engine refuses them.</exception>
    public static ServerHandshakeOptions ForServer(
        ShimConfiguration configuration, Identities identities, TimeProvider time, TlsObserver observer, ServerSessions sessions) =>
        Checked(() => new ServerHandshakeOptions
        {
            Time = time,
            Observer = observer,
            Versions = Versions(configuration),
            CipherSuites = CipherSuites(configuration),
            Groups = Groups(configuration),
            SignatureSchemes = VerifySchemes(configuration),
            PreSharedKeys = PreSharedKeys(configuration),
            DangerousLegacyVersions = CipherList.HasLegacy(Suites12(configuration)),
            DangerousRsaKeyTransport = CipherList.HasKeyTransport(Suites12(configuration)),
            DangerousWithoutExtendedMainSecret = true,
            ApplicationProtocols = configuration is { SelectedProtocol: { Length: > 0 } protocol, DeclinesProtocols: false }
                ? [protocol]
                : [],
            MaxRecordContent = configuration.MaxSendFragment ?? 1 << 14,
            MaxPeerCertificates = 100,
            MaxCertificateMessageLength = configuration.MaxCertificateMessage ?? 128 * 1024,
            PeerCertificateTypes = PeerCertificateTypes(configuration),
            Identities = [.. identities.Keys.Select(static key => new Tls.Engine.Options.ServerIdentity(key, []))],
            ClientAuthentication = configuration switch
            {
                { RequiresClientCertificate: true } => ClientAuthentication.Required,
                { VerifiesPeer: true } => ClientAuthentication.Requested,
                _ => ClientAuthentication.None,
            },
            ClientCertificateAuthorities = [.. DistinguishedNames(configuration.ClientAuthorities)],
            PrefersClientOrder = configuration.CipherSuites is null && !configuration.PrefersOwnOrder,
            Tickets = configuration.HasNoTickets ? null : sessions.Tickets,
            SessionCache = sessions.Cache,
            TicketCount = configuration.SkipsTickets ? 0 : 2,
            AsksForSessions = sessions.AreOutside,
        });

    private static bool AsksForIdentity(ShimConfiguration configuration) => !configuration.HasRawKeys
        && (configuration.IsAsync || configuration.CertificateDecisionFails
            || configuration.Expected is { PeerSchemes: not null } or { Authorities: not null });

    private static List<CertificateType> PeerCertificateTypes(ShimConfiguration configuration) =>
        configuration.PeerCertificateTypes ?? [CertificateType.X509];

    private static T Checked<T>(Func<T> make)
        where T : HandshakeOptions
    {
        try
        {
            T options = make();
            options.Validate();
            return options;
        }
        catch (ArgumentException e)
        {
            throw new ConfigurationException(e);
        }
    }

    private static ProtocolVersion[] Versions(ShimConfiguration configuration) =>
    [
        .. AllVersions.Where(version => version.Value >= configuration.MinVersion.Value && version.Value <= configuration.MaxVersion.Value
            && !configuration.DisabledVersions.Contains(version)
            && (version != ProtocolVersion.Tls13 || configuration.PreSharedKey is null)
            && (version.Value >= ProtocolVersion.Tls12.Value || CipherList.HasLegacy(Suites12(configuration)))),
    ];

    private static IReadOnlyList<CipherSuite> Suites12(ShimConfiguration configuration) =>
        configuration.Policy?.CipherSuites ?? configuration.CipherSuites ?? CipherList.Usual;

    private static CipherSuite[] CipherSuites(ShimConfiguration configuration) =>
    [
        .. configuration.Policy is null ? CipherList.Tls13 : [],
        .. configuration.PreSharedKey is null ? [] : CipherList.PreSharedKey,
        .. Suites12(configuration),
    ];

    private static IReadOnlyList<NamedGroup> Groups(ShimConfiguration configuration) =>
        configuration.Policy?.Groups ?? configuration.Groups ?? (IReadOnlyList<NamedGroup>)UsualGroups;

    private static IReadOnlyList<SignatureScheme> VerifySchemes(ShimConfiguration configuration) =>
        configuration.Policy?.Schemes ?? configuration.VerifySchemes ?? (IReadOnlyList<SignatureScheme>)UsualVerifySchemes;

    private static ExternalPreSharedKey[] PreSharedKeys(ShimConfiguration configuration) => configuration.PreSharedKey is not { } key
        ? [.. configuration.Credentials.Where(static credential => credential.IsPreSharedKey).SelectMany(Imported)]
        : [new ExternalPreSharedKey(
            Encoding.Latin1.GetBytes(configuration.PreSharedKeyIdentity ?? ""),
            Secret.CopyOf(Encoding.Latin1.GetBytes(key))) { IsLax = true }];

    private static IReadOnlyList<ExternalPreSharedKey> Imported(Credential credential) => PreSharedKeyImporter.Import(
        credential.ImportedIdentity,
        Secret.CopyOf(credential.ImportedKey),
        credential.ImportedContext,
        CryptographyProvider.Default,
        credential.ImportedHash);

    private static IEnumerable<ReadOnlyMemory<byte>> DistinguishedNames(string? list) => list is null or "<NULL>" or "<EMPTY>"
        ? []
        : list.Split(',').Select(static name => (ReadOnlyMemory<byte>)Convert.FromHexString(name));
}
