using System.Collections.Frozen;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>
/// The table of RFC 9846 §4.3, row by row as it stands there, with the extensions that it leaves out (RFC 6066, RFC 6962, RFC 7366,
/// RFC 7627, RFC 5077, RFC 5746, RFC 8422) and a column for the ServerHello of TLS 1.2 and before.
/// </summary>
internal static class ExtensionTable
{
    private const int CH = 1 << (int)ExtensionMessage.ClientHello;
    private const int SH = 1 << (int)ExtensionMessage.ServerHello;
    private const int HRR = 1 << (int)ExtensionMessage.HelloRetryRequest;
    private const int EE = 1 << (int)ExtensionMessage.EncryptedExtensions;
    private const int CT = 1 << (int)ExtensionMessage.Certificate;
    private const int CR = 1 << (int)ExtensionMessage.CertificateRequest;
    private const int NST = 1 << (int)ExtensionMessage.NewSessionTicket;
    private const int SH12 = 1 << (int)ExtensionMessage.ServerHello12;

    private static readonly FrozenDictionary<ExtensionType, int> Rows = new Dictionary<ExtensionType, int>
    {
        // CertificateRequest by RFC 9261 §5.
        [ExtensionType.ServerName] = CH | EE | CR | SH12,
        [ExtensionType.MaxFragmentLength] = CH | EE | SH12,
        [ExtensionType.StatusRequest] = CH | CR | CT | SH12,

        // No standard has it in the ServerHello of TLS 1.2, but servers are known that send it; clients take no notice.
        [ExtensionType.SupportedGroups] = CH | EE | SH12,
        [ExtensionType.EcPointFormats] = CH | SH12,
        [ExtensionType.SignatureAlgorithms] = CH | CR,
        [ExtensionType.UseSrtp] = CH | EE | SH12,
        [ExtensionType.Heartbeat] = CH | EE | SH12,
        [ExtensionType.ApplicationLayerProtocolNegotiation] = CH | EE | SH12,
        [ExtensionType.SignedCertificateTimestamp] = CH | CR | CT | SH12,
        [ExtensionType.ClientCertificateType] = CH | EE | SH12,
        [ExtensionType.ServerCertificateType] = CH | EE | SH12,
        [ExtensionType.Padding] = CH,
        [ExtensionType.EncryptThenMac] = CH | SH12,
        [ExtensionType.ExtendedMainSecret] = CH | SH12,
        [ExtensionType.CompressCertificate] = CH | CR,
        [ExtensionType.RecordSizeLimit] = CH | EE | SH12,
        [ExtensionType.DelegatedCredential] = CH | CR | CT,
        [ExtensionType.SessionTicket] = CH | SH12,
        [ExtensionType.PreSharedKey] = CH | SH,
        [ExtensionType.EarlyData] = CH | EE | NST,
        [ExtensionType.SupportedVersions] = CH | SH | HRR,
        [ExtensionType.Cookie] = CH | HRR,
        [ExtensionType.PskKeyExchangeModes] = CH,
        [ExtensionType.CertificateAuthorities] = CH | CR,
        [ExtensionType.OidFilters] = CR,
        [ExtensionType.PostHandshakeAuth] = CH,
        [ExtensionType.SignatureAlgorithmsCert] = CH | CR,
        [ExtensionType.KeyShare] = CH | SH | HRR,
        [ExtensionType.QuicTransportParameters] = CH | EE,
        [ExtensionType.EncryptedClientHello] = CH | HRR | EE,
        [ExtensionType.RenegotiationInfo] = CH | SH12,
    }.ToFrozenDictionary();

    /// <summary>Whether this side knows the extension.</summary>
    public static bool IsKnown(ExtensionType type) => Rows.ContainsKey(type);

    /// <summary>Whether the extension is known and has its place in the message.</summary>
    public static bool Allows(ExtensionType type, ExtensionMessage message) =>
        Rows.TryGetValue(type, out int messages) && (messages & (1 << (int)message)) != 0;
}
