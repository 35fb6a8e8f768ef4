using Aksu.Tls.Engine.Options;

namespace Aksu.Testing.Certificates;

/// <summary>Certified keys of every kind, for either side.</summary>
public static class TestIdentity
{
    /// <summary>A self-signed certificate and its key.</summary>
    /// <param name="kind">The kind of key.</param>
    /// <param name="name">The certificate's name.</param>
    /// <param name="number">Tells several keys of one kind apart.</param>
    /// <param name="provider">Who signs; null for the default provider.</param>
    public static CertifiedKey Of(KeyKind kind, string name = "test.example", int number = 0, CryptographyProvider? provider = null)
    {
        SigningKey key = TestKeys.Signing(kind, number, provider);
        return new CertifiedKey([TestCertificate.For(key, name)], key) { IssuerNames = [TestCertificate.NameOf(name)] };
    }

    /// <summary>The same with a key that is elsewhere; <see cref="TestKeys.Signing"/> has it.</summary>
    public static CertifiedKey Remote(KeyKind kind, int number = 0)
    {
        using SigningKey key = TestKeys.Signing(kind, number);
        return CertifiedKey.WithRemoteKey([TestCertificate.For(key)], CryptographyProvider.Default);
    }

    /// <summary>As a server presents it: for one name, or for any when there is none.</summary>
    public static ServerIdentity Server(KeyKind kind, params IReadOnlyList<string> names) =>
        new(Of(kind, names.Count > 0 ? names[0] : "test.example"), names);
}
