using System.Collections.Frozen;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using static Aksu.Inspection.Layouts.Parts;

namespace Aksu.Inspection.Layouts;

/// <summary>
/// The bodies of all extensions (RFC 9846 §4.3 and the documents named beside each): what a hello offers, and what an answer says where
/// that has another form.
/// </summary>
internal static class ExtensionLayouts
{
    private static readonly Phrase GreaseMeaning = new(
        "A value without meaning, sent so that servers keep tolerating what they do not know (GREASE).",
        "의미가 없는 값입니다. 서버가 모르는 값을 계속 허용하도록 일부러 보냅니다(GREASE).");

    private static readonly Phrase UnknownMeaning = new("An extension that is not known here.", "여기서는 알지 못하는 확장입니다.");

    private static readonly Part Certificates = Opaque("DistinguishedName", 2);

    private static readonly FrozenDictionary<ExtensionType, Part> Offers = new Dictionary<ExtensionType, Part>
    {
        [ExtensionType.ServerName] = List("server_name", 2, ServerNameEntry(), ExtensionTexts.ServerName, "RFC 6066 §3"),
        [ExtensionType.MaxFragmentLength] = Code(
            "max_fragment_length", 1, CodeNames.FragmentLength, ExtensionTexts.MaxFragmentLength, "RFC 6066 §4"),
        [ExtensionType.StatusRequest] = Structure("status_request", ExtensionTexts.StatusRequest, "RFC 6066 §8",
            Code("status_type", 1, CodeNames.StatusType),
            List("responder_id_list", 2, Opaque("ResponderID", 2)),
            Opaque("request_extensions", 2)),
        [ExtensionType.SupportedGroups] = List(
            "supported_groups", 2, Code("NamedGroup", 2, CodeNames.Group), ExtensionTexts.SupportedGroups, "RFC 9846 §4.3.7"),
        [ExtensionType.EcPointFormats] = List(
            "ec_point_formats", 1, Code("ECPointFormat", 1, CodeNames.PointFormat), ExtensionTexts.EcPointFormats, "RFC 8422 §5.1.2"),
        [ExtensionType.SignatureAlgorithms] = List(
            "signature_algorithms", 2, Scheme(), ExtensionTexts.SignatureAlgorithms, "RFC 9846 §4.3.3"),
        [ExtensionType.SignatureAlgorithmsCert] = List(
            "signature_algorithms_cert", 2, Scheme(), ExtensionTexts.SignatureAlgorithmsCert, "RFC 9846 §4.3.3"),
        [ExtensionType.UseSrtp] = Structure("use_srtp", ExtensionTexts.UseSrtp, "RFC 5764 §4.1.1",
            List("SRTPProtectionProfiles", 2, Number("SRTPProtectionProfile", 2)), Opaque("srtp_mki", 1)),
        [ExtensionType.Heartbeat] = Number("heartbeat", 1, ExtensionTexts.Heartbeat, "RFC 6520 §2"),
        [ExtensionType.ApplicationLayerProtocolNegotiation] =
            List("application_layer_protocol_negotiation", 2, Text("ProtocolName", 1), ExtensionTexts.Alpn, "RFC 7301 §3.1"),
        [ExtensionType.SignedCertificateTimestamp] = Nothing("signed_certificate_timestamp", ExtensionTexts.Timestamps, "RFC 6962 §3.3"),
        [ExtensionType.ClientCertificateType] =
            List(
                "client_certificate_type", 1, Code("CertificateType", 1, CodeNames.CertificateType), ExtensionTexts.CertificateTypes,
                "RFC 7250 §3"),
        [ExtensionType.ServerCertificateType] =
            List(
                "server_certificate_type", 1, Code("CertificateType", 1, CodeNames.CertificateType), ExtensionTexts.CertificateTypes,
                "RFC 7250 §3"),
        [ExtensionType.Padding] = Rest("padding", ExtensionTexts.Padding, "RFC 7685 §3"),
        [ExtensionType.EncryptThenMac] = Nothing("encrypt_then_mac", ExtensionTexts.EncryptThenMac, "RFC 7366 §2"),
        [ExtensionType.ExtendedMainSecret] = Nothing("extended_master_secret", ExtensionTexts.ExtendedMainSecret, "RFC 7627 §5.1"),
        [ExtensionType.CompressCertificate] =
            List(
                "compress_certificate", 1, Code("algorithm", 2, CodeNames.CertificateCompression), ExtensionTexts.CompressCertificate,
                "RFC 8879 §3"),
        [ExtensionType.RecordSizeLimit] = Number("record_size_limit", 2, ExtensionTexts.RecordSizeLimit, "RFC 8449 §4"),
        [ExtensionType.DelegatedCredential] = List(
            "delegated_credential", 2, Scheme(), ExtensionTexts.DelegatedCredential, "RFC 9345 §4.1.1"),
        [ExtensionType.SessionTicket] = Rest("session_ticket", ExtensionTexts.SessionTicket, "RFC 5077 §3.2"),
        [ExtensionType.PreSharedKey] = Structure("pre_shared_key", ExtensionTexts.PreSharedKey, "RFC 9846 §4.3.11",
            List("identities", 2, Structure("PskIdentity",
                Opaque("identity", 2, ExtensionTexts.PskIdentity),
                Number("obfuscated_ticket_age", 4, ExtensionTexts.TicketAge))),
            List("binders", 2, Opaque("PskBinderEntry", 1, ExtensionTexts.PskBinder, "RFC 9846 §4.3.11.2"))),
        [ExtensionType.EarlyData] = Nothing("early_data", ExtensionTexts.EarlyData, "RFC 9846 §4.3.10"),
        [ExtensionType.SupportedVersions] = List(
            "supported_versions", 1, Code("ProtocolVersion", 2, CodeNames.Version), ExtensionTexts.SupportedVersions, "RFC 9846 §4.3.1"),
        [ExtensionType.Cookie] = Opaque("cookie", 2, ExtensionTexts.Cookie, "RFC 9846 §4.3.2"),
        [ExtensionType.PskKeyExchangeModes] =
            List("psk_key_exchange_modes", 1, Code("PskKeyExchangeMode", 1, CodeNames.PskMode), ExtensionTexts.PskModes, "RFC 9846 §4.3.9"),
        [ExtensionType.CertificateAuthorities] = List(
            "certificate_authorities", 2, Certificates, ExtensionTexts.CertificateAuthorities, "RFC 9846 §4.3.4"),
        [ExtensionType.OidFilters] = List("oid_filters", 2,
            Structure("OIDFilter", Opaque("certificate_extension_oid", 1), Opaque("certificate_extension_values", 2)),
            ExtensionTexts.OidFilters,
            "RFC 9846 §4.3.5"),
        [ExtensionType.PostHandshakeAuth] = Nothing("post_handshake_auth", ExtensionTexts.PostHandshakeAuth, "RFC 9846 §4.3.6"),
        [ExtensionType.KeyShare] = List("key_share", 2, KeyShareEntry(), ExtensionTexts.KeyShare, "RFC 9846 §4.3.8"),
        [ExtensionType.QuicTransportParameters] = Rest("quic_transport_parameters", ExtensionTexts.Quic, "RFC 9001 §8.2"),
        [ExtensionType.EncryptedClientHello] = Structure("encrypted_client_hello", ExtensionTexts.EncryptedClientHello, "RFC 9849 §5",
            Code("type", 1, CodeNames.HelloKind),
            Optional(
                Structure(
                    "outer", Number("kdf_id", 2), Number("aead_id", 2), Number("config_id", 1), Opaque("enc", 2), Opaque("payload", 2)))),
        [ExtensionType.RenegotiationInfo] = Opaque("renegotiation_info", 1, ExtensionTexts.RenegotiationInfo, "RFC 5746 §3.2"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(ExtensionType, ExtensionMessage), Part> Answers = AnswerForms();

    /// <summary>All descriptions, for tests that walk them.</summary>
    public static IEnumerable<Part> All => Offers.Values.Concat(Answers.Values);

    public static Part Of(ExtensionType type, ExtensionMessage message)
    {
        if (Answers.TryGetValue((type, message), out Part? answer) || Offers.TryGetValue(type, out answer))
        {
            return answer;
        }

        string name = CodeNames.Extension(type);
        return Rest(
            name.StartsWith("0x", StringComparison.Ordinal) ? $"extension {FieldText.Hexadecimal(type.Value, 2)}" : name,
            Grease.Is(type.Value) ? GreaseMeaning : UnknownMeaning,
            Grease.Is(type.Value) ? "RFC 8701" : null);
    }

    private static Part Scheme() => Code("SignatureScheme", 2, CodeNames.Scheme);

    private static Part ServerNameEntry() =>
        Structure("ServerName", Code("name_type", 1, CodeNames.NameType), Text("host_name", 2, ExtensionTexts.HostName));

    private static Part KeyShareEntry() => Structure("KeyShareEntry",
        Code("group", 2, CodeNames.Group),
        Opaque("key_exchange", 2, ExtensionTexts.KeyExchange, "RFC 9846 §4.3.8.2"));

    /// <summary>Where the answer looks other than the offer.</summary>
    private static FrozenDictionary<(ExtensionType, ExtensionMessage), Part> AnswerForms()
    {
        var forms = new Dictionary<(ExtensionType, ExtensionMessage), Part>();
        void Add(ExtensionType type, Part part, params ReadOnlySpan<ExtensionMessage> messages)
        {
            foreach (ExtensionMessage message in messages)
            {
                forms[(type, message)] = part;
            }
        }

        const ExtensionMessage ServerHello = ExtensionMessage.ServerHello;
        const ExtensionMessage ServerHello12 = ExtensionMessage.ServerHello12;
        const ExtensionMessage Retry = ExtensionMessage.HelloRetryRequest;
        const ExtensionMessage Encrypted = ExtensionMessage.EncryptedExtensions;
        Part version = Code("supported_versions", 2, CodeNames.Version, ExtensionTexts.SelectedVersion, "RFC 9846 §4.3.1");
        Add(ExtensionType.SupportedVersions, version, ServerHello, Retry, ServerHello12);
        Add(ExtensionType.KeyShare, Structure("key_share", ExtensionTexts.KeyShareAnswer, "RFC 9846 §4.3.8", KeyShareEntry()), ServerHello);
        Add(ExtensionType.KeyShare, Code("key_share", 2, CodeNames.Group, ExtensionTexts.KeyShareRetry, "RFC 9846 §4.3.8"), Retry);
        Add(ExtensionType.PreSharedKey, Number("pre_shared_key", 2, ExtensionTexts.SelectedIdentity, "RFC 9846 §4.3.11"), ServerHello);
        Add(ExtensionType.ServerName, Nothing("server_name", ExtensionTexts.ServerNameAnswer, "RFC 6066 §3"), Encrypted, ServerHello12);
        Add(ExtensionType.StatusRequest, Nothing("status_request", ExtensionTexts.StatusRequestAnswer, "RFC 6066 §8"), ServerHello12);
        Part staple = Structure("status_request", ExtensionTexts.Staple, "RFC 9846 §4.5.1.1",
            Code("status_type", 1, CodeNames.StatusType),
            new DerVectorPart("response", 3, ExtensionTexts.Staple, "RFC 6960 §4.2.1"));
        Add(ExtensionType.StatusRequest, staple, ExtensionMessage.Certificate);
        Part timestamps = List(
            "signed_certificate_timestamp", 2, Sized("SerializedSCT", 2, Timestamp()), ExtensionTexts.Timestamps, "RFC 6962 §3.3");
        Add(ExtensionType.SignedCertificateTimestamp, timestamps, ExtensionMessage.Certificate, ServerHello12);
        Add(
            ExtensionType.ClientCertificateType,
            Code("client_certificate_type", 1, CodeNames.CertificateType, ExtensionTexts.CertificateTypes, "RFC 7250 §3"), Encrypted,
            ServerHello12);
        Add(
            ExtensionType.ServerCertificateType,
            Code("server_certificate_type", 1, CodeNames.CertificateType, ExtensionTexts.CertificateTypes, "RFC 7250 §3"), Encrypted,
            ServerHello12);
        Add(
            ExtensionType.EarlyData, Number("early_data", 4, ExtensionTexts.EarlyDataLimit, "RFC 9846 §4.3.10"),
            ExtensionMessage.NewSessionTicket);
        Add(
            ExtensionType.DelegatedCredential, Rest("delegated_credential", ExtensionTexts.DelegatedCredential, "RFC 9345 §4"),
            ExtensionMessage.Certificate);
        Add(
            ExtensionType.EncryptedClientHello, Rest("encrypted_client_hello", ExtensionTexts.EncryptedClientHello, "RFC 9849 §5"),
            Encrypted, Retry);
        return forms.ToFrozenDictionary();
    }

    private static Part Timestamp() => Structure("SignedCertificateTimestamp",
        Number("sct_version", 1),
        Bytes("log_id", 32),
        Number("timestamp", 8),
        Opaque("extensions", 2),
        Code("algorithm", 2, CodeNames.Scheme),
        Opaque("signature", 2));
}
