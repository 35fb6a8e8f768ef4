using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Scenarios;

/// <summary>
/// What SslStream and libssl take by themselves: AES-256-GCM with SHA-384. A policy of suites would make SslStream slower, for it could not
/// keep its context; so where all are to use one suite it is this one.
/// </summary>
internal static class SuiteChoice
{
    /// <summary>The list of ours that comes to one suite; its own for none.</summary>
    public static IReadOnlyList<CipherSuite> ListOf(CipherSuite? suite) => suite is { } only ? [only] : DefaultParameters.CipherSuites;

    public static CipherSuite AsSslStream(ProtocolVersion version, CertificateKind certificates)
    {
        if (version == ProtocolVersion.Tls13)
        {
            return CipherSuite.Aes256GcmSha384;
        }

        return certificates == CertificateKind.Rsa2048 ? CipherSuite.EcdheRsaAes256GcmSha384 : CipherSuite.EcdheEcdsaAes256GcmSha384;
    }
}
