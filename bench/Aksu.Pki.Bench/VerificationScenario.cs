using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aksu.Ca;
using Aksu.Cryptography;

namespace Aksu.Pki.Bench;

/// <summary>A server's leaf and intermediate against a store of 150 roots, given as the bytes a handshake would bring.</summary>
internal sealed class VerificationScenario : IDisposable
{
    public const int Roots = 150;

    /// <summary>More than a verifier remembers: shown one after the other, each is new to it.</summary>
    private const int Leaves = 300;
    private const string Host = "www.example.com";

    private readonly EmbeddedAuthority _authority;
    private readonly Identity[] _identities;
    private readonly VerificationPolicy _policy;
    private readonly CertificateVerifier _kept;
    private readonly X509Certificate2Collection _platformRoots = [];
    private int _next;

    public VerificationScenario(KeyKind kind)
    {
        var key = new KeyRequest(kind);
        _authority = EmbeddedAuthority.Create("Bench", key);
        _identities = [.. Enumerable.Range(0, Leaves).Select(_ => _authority.Issue(new IssueOptions { Names = [Host] }))];
        var roots = new List<Certificate> { _authority.RootCertificate };
        for (int i = 1; i < Roots; i++)
        {
            using var other = EmbeddedAuthority.Create($"Other {i}", withIntermediate: false);
            roots.Add(other.RootCertificate);
        }

        _policy = new VerificationPolicy { Trust = TrustStore.Of(roots) };
        _kept = new CertificateVerifier(_policy);
        roots.ForEach(root => _platformRoots.Add(X509CertificateLoader.LoadCertificate(root.Der.Span)));
    }

    /// <summary>A verifier that has never seen any of it.</summary>
    public void AksuFirstSight() => Verify(new CertificateVerifier(_policy), _identities[_next++ % Leaves]);

    /// <summary>A verifier that knows the intermediate; the leaf is parsed and its signature checked.</summary>
    public void AksuNewLeaf() => Verify(_kept, _identities[_next++ % Leaves]);

    /// <summary>A verifier that has accepted the very same certificates before.</summary>
    public void AksuSeenBefore() => Verify(_kept, _identities[0]);

    public void Platform()
    {
        Identity identity = _identities[_next++ % Leaves];
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(identity.Chain[0].Der.Span);
        using X509Certificate2 intermediate = X509CertificateLoader.LoadCertificate(identity.Chain[1].Der.Span);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_platformRoots);
        chain.ChainPolicy.ExtraStore.Add(intermediate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1"));
        if (!chain.Build(leaf) || !leaf.MatchesHostname(Host))
        {
            throw new InvalidOperationException("The platform refuses the chain.");
        }

        foreach (X509ChainElement element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (Identity identity in _identities)
        {
            identity.Dispose();
        }

        foreach (X509Certificate2 root in _platformRoots)
        {
            root.Dispose();
        }

        _authority.Dispose();
    }

    private static void Verify(CertificateVerifier verifier, Identity identity)
    {
        if (!verifier.Verify(VerificationRequest.ForServer(identity.DerChain, ServerIdentity.Parse(Host))).IsAccepted)
        {
            throw new InvalidOperationException("Aksu refuses the chain.");
        }
    }
}
