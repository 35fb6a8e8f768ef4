using Aksu.Fuzz.Targets;

namespace Aksu.Fuzz;

/// <summary>Every target; a new entrance for foreign bytes gets a row here, and with it a corpus and its replay in the tests.</summary>
internal static class AllTargets
{
    public static IReadOnlyList<FuzzTarget> List { get; } =
    [
        RecordTarget.Target,
        JoinerTarget.Target,
        MessageTarget.Messages,
        MessageTarget.Extensions,
        ExtensionBlockTarget.Target,
        ClientTarget.Target,
        ServerTarget.Target,
        SessionTarget.Tickets,
        SessionTarget.Stored,
        CertificateTarget.Target,
        CertificatePathTarget.Target,
        RevocationTarget.Crl,
        RevocationTarget.Ocsp,
        OcspRequestTarget.Target,
        PemTarget.Target,
        Pkcs12Target.Target,
        TimestampTarget.Target,
        HttpRequestTarget.Target,
        CommandLineTarget.Target,
        InspectTarget.Captures,
        InspectTarget.KeyLogs,
        AeadTarget.Target,
        X25519Target.Target,
        HashTarget.Target,
        CbcTarget.Target,
        KeyExchangeTarget.Target,
        SignatureTarget.Target,
    ];

    public static FuzzTarget? Named(string name) => List.FirstOrDefault(target => target.Name == name);
}
