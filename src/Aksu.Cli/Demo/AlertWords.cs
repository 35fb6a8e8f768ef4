using System.Globalization;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>The alerts of the demonstration, as bytes and as if somebody spoke (RFC 9846 §6).</summary>
internal static class AlertWords
{
    private static readonly Dictionary<AlertDescription, string> Words = new()
    {
        [AlertDescription.BadCertificate] = "\"Your certificate is not in order.\"",
        [AlertDescription.CertificateExpired] = "\"Your certificate has expired.\"",
        [AlertDescription.CertificateRevoked] = "\"Your certificate was revoked.\"",
        [AlertDescription.UnknownCa] = "\"I do not know the authority that issued your certificate.\"",
    };

    /// <summary>What it says.</summary>
    public static string Meaning(AlertDescription alert) =>
        (Words.TryGetValue(alert, out string? words) ? words + " " : "") + "This side ends the connection.";

    /// <summary>The level and the description, one byte each.</summary>
    public static string OnTheWire(AlertDescription alert) =>
        string.Create(CultureInfo.InvariantCulture, $"02 {alert.Value:x2} (fatal, {alert} = {alert.Value})");
}
