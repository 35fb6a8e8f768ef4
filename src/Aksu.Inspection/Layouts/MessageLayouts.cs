using System.Collections.Frozen;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Registry;
using static Aksu.Inspection.Layouts.Parts;

namespace Aksu.Inspection.Layouts;

/// <summary>The bodies of all handshake messages, of TLS 1.3 and of TLS 1.2 and before, and those of the other content types.</summary>
internal static class MessageLayouts
{
    public static readonly Part Alert = Structure("Alert", null, "RFC 9846 §6",
        Code("level", 1, CodeNames.AlertLevel, MessageTexts.AlertLevel),
        Code("description", 1, CodeNames.Alert, MessageTexts.AlertDescription));

    public static readonly Part ChangeCipherSpec = Structure(
        "ChangeCipherSpec", MessageTexts.ChangeCipherSpec, "RFC 5246 §7.1", Number("type", 1));

    public static readonly Part ApplicationData = Rest("application_data", MessageTexts.ApplicationData, "RFC 9846 §5");

    public static readonly Part HelloRetryRequest = Hello("HelloRetryRequest", MessageTexts.RetryRandom, "RFC 9846 §4.2.4");

    private static readonly FrozenDictionary<HandshakeType, Part> Common = new Dictionary<HandshakeType, Part>
    {
        [HandshakeType.HelloRequest] = Nothing("HelloRequest", section: "RFC 5246 §7.4.1.1"),
        [HandshakeType.ClientHello] = Structure("ClientHello", null, "RFC 9846 §4.2.2",
            Code("legacy_version", 2, CodeNames.Version, MessageTexts.LegacyVersion),
            Bytes("random", 32, MessageTexts.ClientRandom),
            Opaque("legacy_session_id", 1, MessageTexts.SessionId),
            List("cipher_suites", 2, Code("CipherSuite", 2, CodeNames.Suite), MessageTexts.Suites, "RFC 9846 §B.4"),
            List("legacy_compression_methods", 1, Code("CompressionMethod", 1, CodeNames.Compression), MessageTexts.Compression),
            Optional(Extensions())),
        [HandshakeType.ServerHello] = Hello("ServerHello", MessageTexts.ServerRandom, "RFC 9846 §4.2.3"),
        [HandshakeType.ServerHelloDone] = Nothing("ServerHelloDone", section: "RFC 5246 §7.4.5"),
        [HandshakeType.CertificateStatus] = Structure("CertificateStatus", ExtensionTexts.Staple, "RFC 6066 §8",
            Code("status_type", 1, CodeNames.StatusType), new DerVectorPart("response", 3, ExtensionTexts.Staple, "RFC 6960 §4.2.1")),
        [HandshakeType.Finished] = Structure("Finished", null, "RFC 9846 §4.5.3", Rest("verify_data", MessageTexts.VerifyData)),
        [HandshakeType.EndOfEarlyData] = Nothing("EndOfEarlyData", section: "RFC 9846 §4.6"),
        [HandshakeType.KeyUpdate] = Structure("KeyUpdate", null, "RFC 9846 §4.7.3",
            Code("request_update", 1, CodeNames.UpdateRequest, MessageTexts.KeyUpdate)),
        [new HandshakeType(25)] = Structure("CompressedCertificate", null, "RFC 8879 §4",
            Code("algorithm", 2, CodeNames.CertificateCompression),
            Number("uncompressed_length", 3, MessageTexts.CompressedLength),
            Opaque("compressed_certificate_message", 3)),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<HandshakeType, Part> Tls13 = new Dictionary<HandshakeType, Part>
    {
        [HandshakeType.EncryptedExtensions] = Structure("EncryptedExtensions", null, "RFC 9846 §4.4.1", Extensions()),
        [HandshakeType.CertificateRequest] = Structure("CertificateRequest", null, "RFC 9846 §4.4.2",
            Opaque("certificate_request_context", 1, MessageTexts.CertificateContext), Extensions()),
        [HandshakeType.Certificate] = Structure("Certificate", null, "RFC 9846 §4.5.1",
            Opaque("certificate_request_context", 1, MessageTexts.CertificateContext),
            List("certificate_list", 3, Structure(
                "CertificateEntry", new DerVectorPart("cert_data", 3, null, "RFC 5280 §4.1"), Extensions()),
                MessageTexts.CertificateList)),
        [HandshakeType.CertificateVerify] = Structure("CertificateVerify", null, "RFC 9846 §4.5.2",
            Code("algorithm", 2, CodeNames.Scheme, MessageTexts.SignatureAlgorithm),
            Opaque("signature", 2, MessageTexts.TranscriptSignature)),
        [HandshakeType.NewSessionTicket] = Structure("NewSessionTicket", null, "RFC 9846 §4.7.1",
            Number("ticket_lifetime", 4, MessageTexts.TicketLifetime),
            Number("ticket_age_add", 4, MessageTexts.TicketAgeAdd),
            Opaque("ticket_nonce", 1, MessageTexts.TicketNonce),
            Opaque("ticket", 2, MessageTexts.Ticket),
            Extensions()),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<HandshakeType, Part> Older = new Dictionary<HandshakeType, Part>
    {
        [HandshakeType.Certificate] = Structure("Certificate", null, "RFC 5246 §7.4.2",
            List("certificate_list", 3, new DerVectorPart("ASN.1Cert", 3, null, "RFC 5280 §4.1"), MessageTexts.CertificateList)),
        [HandshakeType.ServerKeyExchange] = Choice("ServerKeyExchange", KeyExchangeLayouts.Server),
        [HandshakeType.ClientKeyExchange] = Choice("ClientKeyExchange", KeyExchangeLayouts.Client),
        [HandshakeType.CertificateRequest] = Choice("CertificateRequest", KeyExchangeLayouts.CertificateRequest),
        [HandshakeType.CertificateVerify] = Choice("CertificateVerify", KeyExchangeLayouts.CertificateVerify),
        [HandshakeType.NewSessionTicket] = Structure("NewSessionTicket", null, "RFC 5077 §3.3",
            Number("ticket_lifetime_hint", 4, MessageTexts.TicketLifetime), Opaque("ticket", 2, MessageTexts.Ticket)),
    }.ToFrozenDictionary();

    /// <summary>All descriptions, for tests that walk them.</summary>
    public static IEnumerable<Part> All =>
    [
        .. Common.Values, .. Tls13.Values, .. Older.Values, .. KeyExchangeLayouts.All,
        Alert, ChangeCipherSpec, ApplicationData, HelloRetryRequest,
    ];

    public static Part Of(HandshakeType type, ProtocolVersion version)
    {
        FrozenDictionary<HandshakeType, Part> own = version == ProtocolVersion.Tls13 ? Tls13 : Older;
        return Common.TryGetValue(type, out Part? layout) || own.TryGetValue(type, out layout) ? layout : Rest("body");
    }

    private static Part Extensions() => List("extensions", 2, new ExtensionPart(), MessageTexts.Extensions, "RFC 9846 §4.3");

    private static Part Hello(string name, Phrase random, string section) => Structure(name, null, section,
        Code("legacy_version", 2, CodeNames.Version, MessageTexts.LegacyVersion),
        Bytes("random", 32, random),
        Opaque("legacy_session_id_echo", 1, MessageTexts.SessionId),
        Code("cipher_suite", 2, CodeNames.Suite, MessageTexts.Suite, "RFC 9846 §B.4"),
        Code("legacy_compression_method", 1, CodeNames.Compression, MessageTexts.Compression),
        Optional(Extensions()));
}
