using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aksu.Bench.Scenarios;

/// <summary>
/// One chain for all: a root, perhaps an intermediate, a server's and a client's certificate. Made by the platform, so that every
/// contestant gets the very same bytes in the form that it reads.
/// </summary>
internal sealed class CertificateSet
{
    public const string ServerName = "server.example";

    private static readonly Dictionary<CertificateKind, CertificateSet> Made = [];

    private CertificateSet(CertificateKind kind)
    {
        Root = Make(kind, "CN=Bench root", null, isAuthority: true);
        Intermediate = kind == CertificateKind.EcdsaP256WithIntermediate
            ? Make(kind, "CN=Bench intermediate", Root, isAuthority: true)
            : null;
        Server = Make(kind, "CN=" + ServerName, Intermediate ?? Root, isAuthority: false);
        Client = Make(kind, "CN=client.example", Intermediate ?? Root, isAuthority: false);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2? Intermediate { get; }

    public X509Certificate2 Server { get; }

    public X509Certificate2 Client { get; }

    public static CertificateSet Of(CertificateKind kind) =>
        Made.TryGetValue(kind, out CertificateSet? set) ? set : Made[kind] = new CertificateSet(kind);

    /// <summary>What is sent: the leaf and what stands between it and the root.</summary>
    public IReadOnlyList<X509Certificate2> ChainOf(X509Certificate2 leaf) => Intermediate is null ? [leaf] : [leaf, Intermediate];

    public string ChainPem(X509Certificate2 leaf) =>
        string.Concat(ChainOf(leaf).Select(static certificate => certificate.ExportCertificatePem() + "\n"));

    public static string KeyPem(X509Certificate2 leaf)
    {
        using AsymmetricAlgorithm key = leaf.GetECDsaPrivateKey() ?? (AsymmetricAlgorithm)leaf.GetRSAPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static X509Certificate2 Make(CertificateKind kind, string subject, X509Certificate2? issuer, bool isAuthority)
    {
        using AsymmetricAlgorithm key = kind == CertificateKind.Rsa2048 ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = key is ECDsa ec
            ? new CertificateRequest(subject, ec, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject, (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (!isAuthority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(subject["CN=".Length..]);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
                [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], critical: false));
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (issuer is null)
        {
            return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        X509SignatureGenerator generator = issuer.GetECDsaPrivateKey() is { } issuerEc
            ? X509SignatureGenerator.CreateForECDsa(issuerEc)
            : X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.Create(
            issuer.SubjectName, generator, now.AddDays(-1), now.AddDays(20), RandomNumberGenerator.GetBytes(12));
        return key is ECDsa ecdsa ? certificate.CopyWithPrivateKey(ecdsa) : certificate.CopyWithPrivateKey((RSA)key);
    }
}
