using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>The certificates of authorities themselves.</summary>
internal static class AuthorityTemplate
{
    /// <summary>Clocks differ; a certificate made now must be good at once.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    private const KeyUsage Usage = KeyUsage.KeyCertSign | KeyUsage.CrlSign | KeyUsage.DigitalSignature;

    public static CertificateTemplate Root(string name, TimeSpan lifetime) => new()
    {
        Subject = SubjectName.Write(Shorten(name, " root")),
        NotBefore = DateTimeOffset.UtcNow - ClockTolerance,
        NotAfter = DateTimeOffset.UtcNow + lifetime,
        BasicConstraints = new BasicConstraints(true, null),
        KeyUsage = Usage,
    };

    public static CertificateTemplate Intermediate(string name, TimeSpan lifetime) => new()
    {
        Subject = SubjectName.Write(Shorten(name, " intermediate")),
        NotBefore = DateTimeOffset.UtcNow - ClockTolerance,
        NotAfter = DateTimeOffset.UtcNow + lifetime,
        BasicConstraints = new BasicConstraints(true, 0),
        KeyUsage = Usage,
    };

    private static string Shorten(string name, string suffix) =>
        name[..Math.Min(name.Length, SubjectName.MaxLength - suffix.Length)] + suffix;
}
