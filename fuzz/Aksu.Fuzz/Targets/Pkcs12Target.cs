using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aksu.Pki;

namespace Aksu.Fuzz.Targets;

/// <summary>A PKCS#12 file, opened with the right passphrase.</summary>
internal static class Pkcs12Target
{
    private const string Passphrase = "aksu";

    public static FuzzTarget Target { get; } = new("pkcs12", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        try
        {
            Identity.FromPkcs12(input.Span, Passphrase).Dispose();
        }
        catch (CertificateException)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=fuzz.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(56), DateTimeOffset.UnixEpoch.AddYears(76));

        // One round: the fuzzer has better things to do than to derive keys.
        yield return certificate.ExportPkcs12(new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1), Passphrase);
        yield return certificate.ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.TripleDes3KeyPkcs12, HashAlgorithmName.SHA1, 1), Passphrase);
    }
}
