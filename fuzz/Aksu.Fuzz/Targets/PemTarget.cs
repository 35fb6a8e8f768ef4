using System.Text;
using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Fuzz.Targets;

/// <summary>A file that somebody gives for PEM: certificates, a key, a request, a list.</summary>
internal static class PemTarget
{
    private const string Passphrase = "aksu";

    public static FuzzTarget Target { get; } = new("pem", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        string text = Encoding.Latin1.GetString(input.Span);
        Expect(() => Pem.ReadCertificates(text));
        Expect(() => TrustStore.FromPem(text));
        Expect(() => Identity.FromPem(text, text, Passphrase).Dispose());
        Expect(() => CertificateSigningRequest.ParsePem(text));
        Expect(() => CertificateRevocationList.ParsePem(text));
    }

    private static void Expect(Action read)
    {
        try
        {
            read();
        }
        catch (CertificateException)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using EmbeddedAuthority authority = EmbeddedAuthority.Create();
        using Identity server = authority.Issue(new IssueOptions { Names = ["fuzz.example"] }, out Secret pkcs8);
        using (pkcs8)
        {
            string key = System.Security.Cryptography.PemEncoding.WriteString("PRIVATE KEY", pkcs8.Span);
            yield return Encoding.ASCII.GetBytes(server.Certificate.ToPem() + key);
        }

        yield return Encoding.ASCII.GetBytes(authority.MakeCrl().ToPem());
        yield return "-----BEGIN EC PRIVATE KEY-----\nMA==\n-----END EC PRIVATE KEY-----\n"u8.ToArray();
        yield return "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n"u8.ToArray();
        yield return "-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n"u8.ToArray();
    }
}
