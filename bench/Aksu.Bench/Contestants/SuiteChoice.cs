using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

/// <summary>
/// What SslStream and libssl take by themselves: AES-256-GCM with SHA-384. A policy of suites would make SslStream slower, for it could not keep its
/// context; so where all are to use one suite it is this one.
/// </summary>
internal static class SuiteChoice
{
    public static CipherSuite AsSslStream(ProtocolVersion version, CertificateKind certificates)
    {
        if (version == ProtocolVersion.Tls13)
        {
            return CipherSuite.Aes256GcmSha384;
        }

        return certificates == CertificateKind.Rsa2048 ? CipherSuite.EcdheRsaAes256GcmSha384 : CipherSuite.EcdheEcdsaAes256GcmSha384;
    }
}
