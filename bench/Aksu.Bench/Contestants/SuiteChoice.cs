using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

/// <summary>Everybody uses the suite that SslStream and libssl take by themselves, so that nobody hashes or encrypts less.</summary>
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
