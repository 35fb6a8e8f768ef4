using System.Text;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>A ClientHello with its extensions read. Memory is that of the message: valid until the next record is taken.</summary>
internal sealed record ReceivedOffer
{
    private ReceivedOffer(HandshakeMessage message, ClientHello hello)
    {
        Message = message;
        Hello = hello;
        Asked = ExtensionSet.Of(hello.Extensions);
    }

    public HandshakeMessage Message { get; }

    public ClientHello Hello { get; }

    /// <summary>The types of all extensions: what the server may answer.</summary>
    public ExtensionSet Asked { get; }

    /// <summary>supported_versions; null when absent, as from a client of TLS 1.2.</summary>
    public ProtocolVersion[]? Versions { get; private init; }

    public string? ServerName { get; private init; }

    /// <summary>Whether there is a server_name that is no host name and therefore counts for none.</summary>
    public bool HasIgnoredServerName => ServerName is null && Asked.Contains(ExtensionType.ServerName);

    public string[] ApplicationProtocols { get; private init; } = [];

    public NamedGroup[]? Groups { get; private init; }

    public KeyShareEntry[]? Shares { get; private init; }

    public SignatureScheme[]? Schemes { get; private init; }

    /// <summary>signature_algorithms_cert, or signature_algorithms where it is absent (RFC 9846 §4.3.3).</summary>
    public SignatureScheme[]? CertificateSchemes { get; private init; }

    public PskKeyExchangeMode[]? PskModes { get; private init; }

    public PreSharedKeyOffer? PreSharedKeys { get; private init; }

    public ReadOnlyMemory<byte>? Cookie { get; private init; }

    public int? RecordSizeLimit { get; private init; }

    /// <summary>max_fragment_length in bytes (RFC 6066 §4).</summary>
    public MaxFragmentLength? MaxFragmentLength { get; private init; }

    public ReadOnlyMemory<byte>[] CertificateAuthorities { get; private init; } = [];

    /// <summary>server_certificate_type (RFC 7250 §4.1): what the client takes from the server; null when it did not say.</summary>
    public CertificateType[]? ServerCertificateTypes { get; private init; }

    /// <summary>client_certificate_type (RFC 7250 §4.1): what the client can show; null when it did not say.</summary>
    public CertificateType[]? ClientCertificateTypes { get; private init; }

    public bool WantsOcspResponse { get; private init; }

    public bool HasEarlyData { get; private init; }

    public bool AllowsPostHandshakeAuth { get; private init; }

    /// <summary>session_ticket (RFC 5077 §3.2): empty asks for a ticket; null when the client takes none.</summary>
    public ReadOnlyMemory<byte>? SessionTicket { get; private init; }

    /// <summary>extended_master_secret (RFC 7627 §5.1).</summary>
    public bool HasExtendedMainSecret { get; private init; }

    /// <summary>encrypt_then_mac (RFC 7366 §2).</summary>
    public bool HasEncryptThenMac { get; private init; }

    /// <summary>renegotiation_info (RFC 5746 §3.2); null when absent.</summary>
    public RenegotiationInfo? RenegotiationInfo { get; private init; }

    /// <summary>Whether the client says in either way that it knows renegotiation_info (RFC 5746 §3.3).</summary>
    public bool HasSecureRenegotiation =>
        RenegotiationInfo is not null || Hello.CipherSuites.Contains(CipherSuite.EmptyRenegotiationInfoScsv);

    /// <summary>ec_point_formats (RFC 8422 §5.1.2).</summary>
    public bool HasPointFormats { get; private init; }

    /// <summary>
    /// Reads every extension that this library knows; a malformed one ends the handshake whether it would be used or not.
    /// </summary>
    public static ReceivedOffer Read(HandshakeMessage message)
    {
        ClientHello hello = ClientHello.Decode(message.Body);
        ExtensionBlock block = hello.Extensions;
        ExtensionRules.Check(block, ExtensionMessage.ClientHello, offered: null);
        SignatureScheme[]? schemes = Find(block, ExtensionType.SignatureAlgorithms, static b => SignatureAlgorithms.Decode(b).Schemes);
        return new ReceivedOffer(message, hello)
        {
            Versions = Find(block, ExtensionType.SupportedVersions, static b => SupportedVersionsOffer.Decode(b).Versions),
            ServerName = Find(block, ExtensionType.ServerName, ServerNameOffer.Decode)?.HostName,
            ApplicationProtocols = Find(
                block,
                ExtensionType.ApplicationLayerProtocolNegotiation,
                static b => Messages.Extensions.ApplicationProtocols.Decode(b).Names
                    .Select(name => Encoding.Latin1.GetString(name.Span)).ToArray()) ?? [],
            Groups = Find(block, ExtensionType.SupportedGroups, static b => SupportedGroups.Decode(b).Groups),
            Shares = Find(block, ExtensionType.KeyShare, static b => KeyShareOffer.Decode(b).Entries),
            Schemes = schemes,
            CertificateSchemes = Find(block, ExtensionType.SignatureAlgorithmsCert, static b => SignatureAlgorithmsCert.Decode(b).Schemes)
                ?? schemes,
            PskModes = Find(block, ExtensionType.PskKeyExchangeModes, static b => PskKeyExchangeModes.Decode(b).Modes),
            PreSharedKeys = Find(block, ExtensionType.PreSharedKey, PreSharedKeyOffer.Decode),
            Cookie = block.TryFind(ExtensionType.Cookie, out ReadOnlyMemory<byte> cookie)
                ? Messages.Extensions.Cookie.Decode(cookie).Value
                : default(ReadOnlyMemory<byte>?),
            RecordSizeLimit = block.TryFind(ExtensionType.RecordSizeLimit, out ReadOnlyMemory<byte> limit)
                ? Messages.Extensions.RecordSizeLimit.Decode(limit).Limit
                : null,
            MaxFragmentLength = Find(block, ExtensionType.MaxFragmentLength, Messages.Extensions.MaxFragmentLength.Decode),
            CertificateAuthorities = Find(
                block,
                ExtensionType.CertificateAuthorities,
                static b => Messages.Extensions.CertificateAuthorities.Decode(b).DistinguishedNames) ?? [],
            ServerCertificateTypes = FindTypes(block, ExtensionType.ServerCertificateType),
            ClientCertificateTypes = FindTypes(block, ExtensionType.ClientCertificateType),
            WantsOcspResponse = Find(block, ExtensionType.StatusRequest, StatusRequestOffer.Decode)
                is { StatusType: CertificateStatus.OcspType },
            HasEarlyData = Find(block, ExtensionType.EarlyData, EarlyDataIndication.Decode) is not null,
            AllowsPostHandshakeAuth = Find(block, ExtensionType.PostHandshakeAuth, PostHandshakeAuth.Decode) is not null,
            SessionTicket = Find(block, ExtensionType.SessionTicket, SessionTicketExtension.Decode)?.Ticket,
            HasExtendedMainSecret = Find(block, ExtensionType.ExtendedMainSecret, ExtendedMainSecret.Decode) is not null,
            HasEncryptThenMac = Find(block, ExtensionType.EncryptThenMac, EncryptThenMac.Decode) is not null,
            RenegotiationInfo = Find(block, ExtensionType.RenegotiationInfo, Messages.Extensions.RenegotiationInfo.Decode),
            HasPointFormats = Find(block, ExtensionType.EcPointFormats, EcPointFormats.Decode) is not null,
        };
    }

    /// <summary>The question which options serve this client; it shares no memory with the message.</summary>
    public ServerOptionsRequest ToRequest() => new()
    {
        ServerName = ServerName,
        ApplicationProtocols = ApplicationProtocols,
        Versions = Versions ?? [Hello.LegacyVersion],
        CipherSuites = Hello.CipherSuites,
        SignatureSchemes = Schemes ?? [],
        Groups = Groups ?? [],
        ClientHello = Message.Encoded.ToArray(),
    };

    private static CertificateType[]? FindTypes(ExtensionBlock block, ExtensionType type) =>
        block.TryFind(type, out ReadOnlyMemory<byte> body) ? CertificateTypesOffer.Decode(type, body).Types : null;

    private static T? Find<T>(ExtensionBlock block, ExtensionType type, Func<ReadOnlyMemory<byte>, T> decode)
        where T : class =>
        block.TryFind(type, out ReadOnlyMemory<byte> body) ? decode(body) : null;
}
