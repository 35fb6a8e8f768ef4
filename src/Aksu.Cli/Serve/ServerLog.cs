using System.Globalization;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Serve;

/// <summary>Lines about connections and about the certificate, from any thread.</summary>
internal sealed class ServerLog(Screen screen)
{
    private readonly Lock _gate = new();

    /// <summary>The time of day, which begins each line.</summary>
    public static string Now => DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public void Line(string text, Tone tone = Tone.Plain)
    {
        lock (_gate)
        {
            screen.Line(text, tone);
        }
    }

    /// <summary>The files of the certificate have changed.</summary>
    public void Reloaded(IdentityReload reload)
    {
        Certificate certificate = reload.Current.Certificate;
        if (reload.Error is { } error)
        {
            Line($"{Now} warning: the files of the certificate have changed and cannot be used, so the old one stays: {error.Message}",
                Tone.Warning);
            return;
        }

        string valid = string.Create(CultureInfo.InvariantCulture, $"valid until {certificate.NotAfter:yyyy-MM-dd HH:mm} UTC");
        Line($"{Now} the certificate was read again: {certificate}, {valid}. New connections get it.");
        foreach (string warning in reload.Current.Warnings)
        {
            Line($"{Now} note: {warning}", Tone.Warning);
        }
    }
}
