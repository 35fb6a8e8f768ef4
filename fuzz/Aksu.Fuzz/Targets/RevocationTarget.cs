using Aksu.Ca;
using Aksu.Pki;
using Aksu.Pki.Revocation;
using Aksu.Testing;

namespace Aksu.Fuzz.Targets;

/// <summary>Revocation lists and OCSP responses, read and then used on a certificate of a fixed authority.</summary>
internal static class RevocationTarget
{
    private static readonly Lazy<Scene> Shared = new(static () => new Scene());

    public static FuzzTarget Crl { get; } = new("crl", RunCrl, CrlSeeds);

    public static FuzzTarget Ocsp { get; } = new("ocsp", RunOcsp, OcspSeeds);

    private static void RunCrl(ReadOnlyMemory<byte> input)
    {
        CertificateRevocationList list;
        try
        {
            list = CertificateRevocationList.Parse(input.Span);
        }
        catch (CertificateException)
        {
            return;
        }

        _ = list.Find([1]);
        _ = list.Issuer.ToString() + list.NumberText + list.NextUpdate;
        Shared.Value.Verify(new RevocationPolicy { Mode = RevocationMode.Hard, Crls = CrlStore.Of(list) }, default);
    }

    private static void RunOcsp(ReadOnlyMemory<byte> input)
    {
        try
        {
            OcspResponse.Parse(input.Span);
        }
        catch (CertificateException)
        {
        }

        Shared.Value.Verify(RevocationPolicy.StapledOnly, input);
    }

    private static IEnumerable<byte[]> CrlSeeds()
    {
        Scene scene = Shared.Value;
        yield return scene.Authority.MakeCrl().Der.ToArray();
        using Identity other = scene.Authority.IssueServer("other.example");
        scene.Authority.Revoke(other.Certificate, RevocationReason.KeyCompromise);
        yield return scene.Authority.MakeCrl().Der.ToArray();
    }

    private static IEnumerable<byte[]> OcspSeeds()
    {
        Scene scene = Shared.Value;
        yield return scene.Authority.MakeOcspResponse(scene.Server.Certificate);
        using Identity other = scene.Authority.IssueServer("other.example");
        scene.Authority.Revoke(other.Certificate, RevocationReason.KeyCompromise);
        yield return scene.Authority.MakeOcspResponse(other.Certificate);
        yield return [0x30, 3, 0x0a, 1, 6];
    }

    /// <summary>An authority and a server's certificate; the verifier takes every signature for right.</summary>
    private sealed class Scene
    {
        private readonly NullCryptographyProvider _provider = new();

        public EmbeddedAuthority Authority { get; } = EmbeddedAuthority.Create();

        public Identity Server { get; }

        public Scene() => Server = Authority.IssueServer("fuzz.example");

        public void Verify(RevocationPolicy revocation, ReadOnlyMemory<byte> stapled)
        {
            var verifier = new CertificateVerifier(new VerificationPolicy { Trust = Authority.Trust, Revocation = revocation }, _provider);
            VerificationRequest request = VerificationRequest.ForServer(Server.DerChain, ServerIdentity.Parse("fuzz.example"));
            Verdict verdict = verifier.Verify(request with { StapledOcspResponse = stapled });
            _ = verdict.ToText() + verdict.ToJson();
        }
    }
}
