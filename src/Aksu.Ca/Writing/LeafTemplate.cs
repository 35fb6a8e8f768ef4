using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>Ordinary certificates for servers and clients.</summary>
internal static class LeafTemplate
{
    public static CertificateTemplate From(IssueOptions options, Certificate issuer)
    {
        if (options.Names.Count == 0)
        {
            throw new ArgumentException("A certificate needs at least one name.", nameof(options));
        }

        if (!options.ForServer && !options.ForClient)
        {
            throw new ArgumentException("A certificate must be for a server, a client, or both.", nameof(options));
        }

        SubjectAlternativeName[] names = [.. options.Names.Select(SubjectAlternativeName.Parse).Distinct()];
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DateTimeOffset notAfter = options.NotAfter ?? now + IssueOptions.DefaultLifetime;
        return new CertificateTemplate
        {
            Subject = SubjectName.Write(options.CommonName ?? DefaultCommonName(names)),
            NotBefore = options.NotBefore ?? (now < notAfter ? now : notAfter) - AuthorityTemplate.ClockTolerance,
            NotAfter = options.NotAfter is null && notAfter > issuer.NotAfter ? issuer.NotAfter : notAfter,
            Names = names,
            BasicConstraints = new BasicConstraints(false, null),
            KeyUsage = Usage(options.Key.Kind),
            ExtendedKeyUsage =
                (options.ForServer ? ExtendedKeyUsage.ServerAuth : 0) | (options.ForClient ? ExtendedKeyUsage.ClientAuth : 0),
            MustStaple = options.MustStaple,
        };
    }

    /// <summary>A name too long for a common name is left to the subject alternative names alone.</summary>
    private static string? DefaultCommonName(SubjectAlternativeName[] names) =>
        names[0].Text.Length <= SubjectName.MaxLength ? names[0].Text : null;

    /// <summary>RSA keys may serve the key transport of TLS 1.2 as well.</summary>
    public static KeyUsage Usage(KeyKind kind) =>
        kind == KeyKind.Rsa ? KeyUsage.DigitalSignature | KeyUsage.KeyEncipherment : KeyUsage.DigitalSignature;
}
