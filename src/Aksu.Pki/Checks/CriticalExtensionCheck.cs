namespace Aksu.Pki.Checks;

/// <summary>A critical extension that is not understood means that the certificate must be refused (RFC 5280 §4.2).</summary>
internal static class CriticalExtensionCheck
{
    public static void Check(Certificate certificate, int index, List<Check> checks)
    {
        if (certificate.ExtensionSet.UnhandledCritical is { } unknown)
        {
            checks.Add(Pki.Check.Fail(CheckKind.CriticalExtensions, index, VerificationFailure.UnknownCriticalExtension,
                $"the extension {unknown.Oid} is critical and not understood"));
        }
        else if (certificate.ExtensionSet.IsPrecertificate)
        {
            // RFC 6962 §3.1: the poison extension marks what was only ever meant for a log.
            checks.Add(Pki.Check.Fail(CheckKind.CriticalExtensions, index, VerificationFailure.UnknownCriticalExtension,
                "this is a precertificate, made for transparency logs only"));
        }
        else
        {
            checks.Add(Pki.Check.Pass(CheckKind.CriticalExtensions, index, "all understood"));
        }
    }
}
