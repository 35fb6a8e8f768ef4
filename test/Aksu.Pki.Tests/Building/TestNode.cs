using Aksu.Ca.Writing;
using Aksu.Cryptography;

namespace Aksu.Pki.Tests.Building;

/// <summary>
/// A certificate with its key, and what can be issued with it. Templates may be changed at will, to make certificates that no authority
/// should issue.
/// </summary>
internal sealed class TestNode
{
    public static readonly DateTimeOffset Now = new(2030, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private TestNode(Certificate certificate, SigningKey key)
    {
        Certificate = certificate;
        Key = key;
    }

    public Certificate Certificate { get; }

    public SigningKey Key { get; }

    public static SigningKey NewKey(KeyKind kind = KeyKind.EcP256, int bits = 2048) =>
        CryptographyProvider.Default.GenerateKey(kind, bits).Key;

    public static TestNode Root(string name = "Test root", Func<CertificateTemplate, CertificateTemplate>? change = null,
        SigningKey? key = null)
    {
        SigningKey own = key ?? NewKey();
        CertificateTemplate template = Apply(AuthorityTemplate(name), change);
        return new TestNode(Certificate.Parse(CertificateWriter.WriteSelfSigned(template, own)), own);
    }

    /// <summary>An authority below this one.</summary>
    public TestNode Authority(string name = "Test intermediate", Func<CertificateTemplate, CertificateTemplate>? change = null,
        SigningKey? key = null)
    {
        SigningKey own = key ?? NewKey();
        return new TestNode(Sign(Apply(AuthorityTemplate(name), change), own), own);
    }

    /// <summary>A server's certificate for example.com below this authority.</summary>
    public Certificate Leaf(Func<CertificateTemplate, CertificateTemplate>? change = null, SigningKey? key = null) =>
        Sign(Apply(LeafTemplate(), change), key ?? NewKey());

    public Certificate Sign(CertificateTemplate template, SigningKey key) =>
        Certificate.Parse(CertificateWriter.Write(template, key.SubjectPublicKeyInfo.Span, Certificate, Key));

    public static CertificateTemplate AuthorityTemplate(string name) => new()
    {
        Subject = SubjectName.Write(name),
        NotBefore = Now.AddYears(-1),
        NotAfter = Now.AddYears(5),
        BasicConstraints = new BasicConstraints(true, null),
        KeyUsage = KeyUsage.KeyCertSign | KeyUsage.CrlSign | KeyUsage.DigitalSignature,
    };

    public static CertificateTemplate LeafTemplate() => new()
    {
        Subject = SubjectName.Write("example.com"),
        NotBefore = Now.AddDays(-10),
        NotAfter = Now.AddDays(80),
        Names = [Ca.SubjectAlternativeName.Parse("example.com")],
        BasicConstraints = new BasicConstraints(false, null),
        KeyUsage = KeyUsage.DigitalSignature,
        ExtendedKeyUsage = ExtendedKeyUsage.ServerAuth,
    };

    private static CertificateTemplate Apply(CertificateTemplate template, Func<CertificateTemplate, CertificateTemplate>? change) =>
        change is null ? template : change(template);
}
