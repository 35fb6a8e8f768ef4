using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Errors;

/// <summary>What a peer's alert means, and what a person can do about it.</summary>
internal static class PeerAlertText
{
    public static string For(AlertDescription alert) => $"The peer ended the connection with the alert {alert}: {Meaning(alert)}";

    private static string Meaning(AlertDescription alert)
    {
        if (alert == AlertDescription.HandshakeFailure || alert == AlertDescription.InsufficientSecurity)
        {
            return "it found no acceptable set of parameters. Compare suites, groups, signature schemes and the certificate's key kind.";
        }

        if (alert == AlertDescription.ProtocolVersion)
        {
            return "it has none of the protocol versions that this side offered.";
        }

        if (alert == AlertDescription.UnknownCa)
        {
            return "it does not trust the authority that issued this side's certificate.";
        }

        if (alert == AlertDescription.CertificateRequired)
        {
            return "it demands a client certificate; give one.";
        }

        if (alert == AlertDescription.UnrecognizedName)
        {
            return "it does not serve the name that was asked for.";
        }

        if (alert == AlertDescription.NoApplicationProtocol)
        {
            return "it has none of the application protocols (ALPN) that this side offered.";
        }

        if (alert == AlertDescription.CertificateExpired || alert == AlertDescription.CertificateRevoked
            || alert == AlertDescription.BadCertificate || alert == AlertDescription.CertificateUnknown
            || alert == AlertDescription.UnsupportedCertificate || alert == AlertDescription.AccessDenied)
        {
            return "it did not accept this side's certificate.";
        }

        if (alert == AlertDescription.DecryptError || alert == AlertDescription.BadRecordMac)
        {
            return "it could not verify what this side sent; the two sides hold different keys or the bytes were changed on the way.";
        }

        return "see its own log for the reason.";
    }
}
