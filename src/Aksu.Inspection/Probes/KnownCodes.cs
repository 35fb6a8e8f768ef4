using Aksu.Inspection.Layouts;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Probes;

/// <summary>Everything with a registered name that a server can be asked about.</summary>
public static class KnownCodes
{
    /// <summary>The suites of TLS 1.3.</summary>
    public static IReadOnlyList<CipherSuite> Suites13 { get; } =
        [.. Codes(CodeNames.Suite).Where(IsOfTls13).Select(static code => new CipherSuite(code))];

    /// <summary>The suites of TLS 1.2 and before.</summary>
    public static IReadOnlyList<CipherSuite> Suites12 { get; } =
    [
        .. Codes(CodeNames.Suite).Where(static code => !IsOfTls13(code) && !IsSignal(code)).Select(static code => new CipherSuite(code)),
    ];

    /// <summary>The groups of key exchange.</summary>
    public static IReadOnlyList<NamedGroup> Groups { get; } = [.. Codes(CodeNames.Group).Select(static code => new NamedGroup(code))];

    /// <summary>The signature schemes.</summary>
    public static IReadOnlyList<SignatureScheme> SignatureSchemes { get; } =
        [.. Codes(CodeNames.Scheme).Select(static code => new SignatureScheme(code))];

    /// <summary>The registered name of a suite, also of one that the engine has no use for.</summary>
    public static string NameOf(CipherSuite suite) => Name(CodeNames.Suite, suite.Value);

    /// <summary>The registered name of a group.</summary>
    public static string NameOf(NamedGroup group) => Name(CodeNames.Group, group.Value);

    /// <summary>The registered name of a scheme.</summary>
    public static string NameOf(SignatureScheme scheme) => Name(CodeNames.Scheme, scheme.Value);

    private static bool IsOfTls13(ushort code) => code >> 8 == 0x13;

    /// <summary>Values in the list of suites that are none (RFC 5746, RFC 7507).</summary>
    private static bool IsSignal(ushort code) =>
        code == CipherSuite.EmptyRenegotiationInfoScsv.Value || code == CipherSuite.FallbackScsv.Value;

    private static string Name(Func<ulong, string> nameOf, ushort code) =>
        nameOf(code) is { Length: > 2 } name ? name : Fields.FieldText.Hexadecimal(code, 2);

    private static IEnumerable<ushort> Codes(Func<ulong, string> nameOf) => Enumerable.Range(0, ushort.MaxValue + 1)
        .Where(code => nameOf((ulong)code) is { Length: > 2 } name && name != "GREASE")
        .Select(static code => (ushort)code);
}
