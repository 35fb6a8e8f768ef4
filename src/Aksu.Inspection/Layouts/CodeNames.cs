using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Layouts;

/// <summary>
/// Names of code points: those that the engine knows, and registered ones that it meets and does not use (IANA, TLS Parameters).
/// </summary>
internal static class CodeNames
{
    public static string Version(ulong value) => new ProtocolVersion((ushort)value).ToString() is { } name && !IsNumber(name)
        ? name
        : OrGrease(value);

    public static string Suite(ulong value) => Known(new CipherSuite((ushort)value).ToString())
        ?? UnusedSuites.Names.GetValueOrDefault((ushort)value)
        ?? OrGrease(value);

    public static string Group(ulong value) => Known(new NamedGroup((ushort)value).ToString()) ?? value switch
    {
        0x0015 => "secp224r1",
        0x0016 => "secp256k1",
        0x001a => "brainpoolP256r1",
        0x001b => "brainpoolP384r1",
        0x001c => "brainpoolP512r1",
        0x0200 => "MLKEM512",
        0x0201 => "MLKEM768",
        0x0202 => "MLKEM1024",
        0x11eb => "SecP256r1MLKEM768",
        0x11ed => "SecP384r1MLKEM1024",
        0x6399 => "X25519Kyber768Draft00",
        _ => OrGrease(value),
    };

    public static string Scheme(ulong value) => Known(new SignatureScheme((ushort)value).ToString()) ?? value switch
    {
        0x0202 => "dsa_sha1",
        0x0301 => "rsa_pkcs1_sha224",
        0x0302 => "dsa_sha224",
        0x0303 => "ecdsa_sha224",
        0x0402 => "dsa_sha256",
        0x0502 => "dsa_sha384",
        0x0602 => "dsa_sha512",
        0x081a => "ecdsa_brainpoolP256r1tls13_sha256",
        0x081b => "ecdsa_brainpoolP384r1tls13_sha384",
        0x081c => "ecdsa_brainpoolP512r1tls13_sha512",
        0x0904 => "mldsa44",
        0x0905 => "mldsa65",
        0x0906 => "mldsa87",
        _ => OrGrease(value),
    };

    public static string Extension(ExtensionType type) => Known(type.ToString()) ?? type.Value switch
    {
        24 => "token_binding",
        13172 => "next_protocol_negotiation",
        17513 or 17613 => "application_settings",
        _ => OrGrease(type.Value),
    };

    public static string CertificateType(ulong value) => new CertificateType((byte)value).ToString();

    public static string ClientCertificateType(ulong value) => Known(new ClientCertificateType((byte)value).ToString()) ?? value switch
    {
        2 => "dss_sign",
        3 => "rsa_fixed_dh",
        4 => "dss_fixed_dh",
        _ => OrGrease(value),
    };

    public static string PskMode(ulong value) => new PskKeyExchangeMode((byte)value).ToString();

    public static string Alert(ulong value) => new AlertDescription((byte)value).ToString();

    public static string AlertLevel(ulong value) => value switch { 1 => "warning", 2 => "fatal", _ => Number };

    public static string PointFormat(ulong value) => value switch
    {
        0 => "uncompressed",
        1 => "ansiX962_compressed_prime",
        2 => "ansiX962_compressed_char2",
        _ => Number,
    };

    public static string Compression(ulong value) => value switch { 0 => "null", 1 => "DEFLATE", _ => Number };

    public static string CertificateCompression(ulong value) => value switch { 1 => "zlib", 2 => "brotli", 3 => "zstd", _ => Number };

    public static string NameType(ulong value) => value == 0 ? "host_name" : Number;

    public static string StatusType(ulong value) => value switch { 1 => "ocsp", 2 => "ocsp_multi", _ => Number };

    public static string FragmentLength(ulong value) => value is >= 1 and <= 4 ? $"{256 << (int)value} bytes" : Number;

    public static string UpdateRequest(ulong value) => value switch { 0 => "update_not_requested", 1 => "update_requested", _ => Number };

    public static string CurveType(ulong value) => value switch { 1 => "explicit_prime", 3 => "named_curve", _ => Number };

    public static string HandshakeType(ulong value) => Known(new HandshakeType((byte)value).ToString()) ?? value switch
    {
        3 => "hello_verify_request",
        25 => "compressed_certificate",
        67 => "next_protocol",
        _ => Number,
    };

    public static string HelloKind(ulong value) => value switch { 0 => "outer", 1 => "inner", _ => Number };

    /// <summary>Whoever asks takes the number itself when a name begins so.</summary>
    private const string Number = "0x";

    private static string? Known(string name) => IsNumber(name) ? null : name;

    private static bool IsNumber(string name) => name.StartsWith(Number, StringComparison.Ordinal);

    private static string OrGrease(ulong value) => value <= ushort.MaxValue && Grease.Is((ushort)value) ? "GREASE" : Number;
}
