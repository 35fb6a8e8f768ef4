namespace Aksu.Pki.Reports;

/// <summary>Names of checks, outcomes and certificates as people read them.</summary>
internal static class CheckWords
{
    public static string Name(CheckKind kind) => kind switch
    {
        CheckKind.Trust => "trust",
        CheckKind.Signature => "signature",
        CheckKind.SignatureAlgorithm => "signature algorithm",
        CheckKind.KeyStrength => "key",
        CheckKind.Validity => "validity",
        CheckKind.CriticalExtensions => "critical extensions",
        CheckKind.BasicConstraints => "authority",
        CheckKind.PathLength => "path length",
        CheckKind.KeyUsage => "key usage",
        CheckKind.ExtendedKeyUsage => "purpose",
        CheckKind.NameConstraints => "name constraints",
        CheckKind.Policies => "policies",
        CheckKind.Profile => "profile",
        CheckKind.Name => "name",
        CheckKind.Pins => "pins",
        CheckKind.Revocation => "revocation",
        CheckKind.Transparency => "transparency",
        CheckKind.Budget => "budget",
        _ => kind.ToString(),
    };

    public static string Mark(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "ok",
        CheckOutcome.Failed => "FAILED",
        _ => "note",
    };

    /// <summary>What place a certificate has in a path.</summary>
    public static string Role(CandidatePath path, int index)
    {
        if (path.ReachesTrust && index == path.Certificates.Count - 1)
        {
            return "trusted";
        }

        return index == 0 ? "peer" : "intermediate";
    }
}
