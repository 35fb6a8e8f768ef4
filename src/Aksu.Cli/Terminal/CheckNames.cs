using Aksu.Pki;

namespace Aksu.Cli.Terminal;

/// <summary>What each check of a certificate is about, in a word or two.</summary>
internal static class CheckNames
{
    public static string Of(CheckKind kind) => kind switch
    {
        CheckKind.Trust => "trust",
        CheckKind.Signature => "signature",
        CheckKind.SignatureAlgorithm => "signature algorithm",
        CheckKind.KeyStrength => "key strength",
        CheckKind.Validity => "validity",
        CheckKind.CriticalExtensions => "extensions",
        CheckKind.BasicConstraints => "may issue",
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
}
