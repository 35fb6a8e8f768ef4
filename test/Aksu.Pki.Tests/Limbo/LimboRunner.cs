using System.Security.Cryptography;
using Aksu.Pki.Revocation;

namespace Aksu.Pki.Tests.Limbo;

/// <summary>Runs a case through the verifier as a user of it would.</summary>
internal static class LimboRunner
{
    private static readonly Dictionary<string, KeyUsage> Usages = new(StringComparer.Ordinal)
    {
        ["digitalSignature"] = KeyUsage.DigitalSignature,
        ["contentCommitment"] = KeyUsage.ContentCommitment,
        ["keyEncipherment"] = KeyUsage.KeyEncipherment,
        ["dataEncipherment"] = KeyUsage.DataEncipherment,
        ["keyAgreement"] = KeyUsage.KeyAgreement,
        ["keyCertSign"] = KeyUsage.KeyCertSign,
        ["cRLSign"] = KeyUsage.CrlSign,
        ["encipherOnly"] = KeyUsage.EncipherOnly,
        ["decipherOnly"] = KeyUsage.DecipherOnly,
    };

    /// <summary>Null when the name that the peer should have is none, so that no certificate can be for it.</summary>
    public static Verdict? Run(LimboCase limbo)
    {
        ServerIdentity? server = null;
        if (limbo.ExpectedName is { Kind: "DNS" or "IP" } name && !ServerIdentity.TryParse(name.Value, out server))
        {
            return null;
        }

        var anchors = new List<Certificate>();
        foreach (string pem in limbo.Trusted)
        {
            try
            {
                anchors.Add(Certificate.Parse(Der(pem)));
            }
            catch (CertificateException)
            {
                // A root that can't be read can't be trusted: the case goes on without it.
            }
        }

        var policy = new VerificationPolicy { Trust = TrustStore.Of(anchors), Profile = Profile(limbo) };
        policy = limbo.MaxChainDepth is { } depth ? policy with { MaxIntermediates = depth } : policy;
        policy = limbo.Crls.Count > 0 ? policy with { Revocation = Revocation(limbo) } : policy;
        var request = new VerificationRequest
        {
            Chain = [Der(limbo.Peer), .. limbo.Intermediates.Select(static pem => (ReadOnlyMemory<byte>)Der(pem))],
            Purpose = limbo.IsServerValidation ? CertificatePurpose.Server : CertificatePurpose.Client,
            ServerIdentity = server,
            Email = limbo.ExpectedNames.Where(static name => name.Kind == "RFC822").Select(static name => name.Value).FirstOrDefault(),
            RequiredKeyUsage = limbo.KeyUsages.Aggregate(KeyUsage.None, static (all, usage) => all | Usages[usage]),
            Time = limbo.Time,
        };
        Verdict verdict = new CertificateVerifier(policy).Verify(request);
        return verdict.IsAccepted && limbo.Crls.Count > 0 ? new CertificateVerifier(AlongThePath(policy)).Verify(request) : verdict;
    }

    /// <summary>Lists about authorities count too, where there are some.</summary>
    private static VerificationPolicy AlongThePath(VerificationPolicy policy) =>
        policy with { Revocation = policy.Revocation with { Mode = RevocationMode.Soft, Scope = RevocationScope.Path } };

    /// <summary>
    /// The suite groups its cases by the rules they are about; where those contradict each other, it says so (conflicts_with).
    /// </summary>
    private static CertificateProfile Profile(LimboCase limbo) => limbo.Id.Split("::")[0] switch
    {
        "rfc5280" or "crl" => CertificateProfile.Rfc5280,
        "webpki" => CertificateProfile.WebPki,
        _ => CertificateProfile.Compatible,
    };

    /// <summary>
    /// Lists are given to be used: where there is one of the peer's issuer, it must clear the peer. One that can't be read might be that
    /// one.
    /// </summary>
    private static RevocationPolicy Revocation(LimboCase limbo)
    {
        var lists = new List<CertificateRevocationList>();
        bool isDemanded = false;
        foreach (string pem in limbo.Crls)
        {
            try
            {
                var list = CertificateRevocationList.Parse(Der(pem));
                lists.Add(list);
                isDemanded |= list.Issuer.Equals(Certificate.Parse(Der(limbo.Peer)).Issuer);
            }
            catch (CertificateException)
            {
                isDemanded = true;
            }
        }

        return new RevocationPolicy { Mode = isDemanded ? RevocationMode.Hard : RevocationMode.Soft, Crls = CrlStore.Of(lists) };
    }

    private static byte[] Der(string pem)
    {
        PemFields fields = PemEncoding.Find(pem);
        return Convert.FromBase64String(pem[fields.Base64Data]);
    }
}
