using System.Globalization;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>The alerts of the demonstration, as bytes and as if somebody spoke (RFC 9846 §6).</summary>
internal static class AlertWords
{
    private static readonly Dictionary<AlertDescription, Phrase> Words = new()
    {
        [AlertDescription.BadCertificate] = MessageTexts.BadCertificate,
        [AlertDescription.CertificateExpired] = MessageTexts.CertificateExpired,
        [AlertDescription.CertificateRevoked] = MessageTexts.CertificateRevoked,
        [AlertDescription.UnknownCa] = MessageTexts.UnknownCa,
    };

    /// <summary>What it says.</summary>
    public static Phrase Meaning(AlertDescription alert) => Words.GetValueOrDefault(alert, MessageTexts.EndsConnection);

    /// <summary>The level and the description, one byte each.</summary>
    public static string OnTheWire(AlertDescription alert) =>
        string.Create(CultureInfo.InvariantCulture, $"02 {alert.Value:x2} (fatal, {alert} = {alert.Value})");
}
