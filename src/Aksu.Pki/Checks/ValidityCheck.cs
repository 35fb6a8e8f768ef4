using System.Globalization;

namespace Aksu.Pki.Checks;

/// <summary>Whether the moment lies in the validity period, both ends included, in whole seconds (RFC 5280 §4.1.2.5).</summary>
internal static class ValidityCheck
{
    public static Check Check(Certificate certificate, int index, DateTimeOffset time)
    {
        // The period is given in seconds, so a moment is compared by its second.
        long second = time.ToUnixTimeSeconds();
        if (second < certificate.NotBefore.ToUnixTimeSeconds())
        {
            return Pki.Check.Fail(CheckKind.Validity, index, VerificationFailure.NotYetValid,
                $"not valid before {Text(certificate.NotBefore)}, and it is {Text(time)}");
        }

        return second > certificate.NotAfter.ToUnixTimeSeconds()
            ? Pki.Check.Fail(CheckKind.Validity, index, VerificationFailure.Expired,
                $"expired at {Text(certificate.NotAfter)}, and it is {Text(time)}")
            : Pki.Check.Pass(CheckKind.Validity, index, "within the validity period");
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
