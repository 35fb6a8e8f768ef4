using System.Globalization;
using Aksu.Ca;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Ca;

/// <summary>Writes what was issued, and says where: the paths on standard output, for scripts, the rest on standard error.</summary>
internal static class IssuedOutput
{
    public static void Write(IssuedIdentity issued, string folder, Screen screen)
    {
        (string certificate, string? key) = issued.WriteFiles(folder);
        screen.Line(certificate);
        if (key is not null)
        {
            screen.Line(key);
        }

        Certificate own = issued.Certificate;
        string summary = string.Create(CultureInfo.InvariantCulture,
            $"Serial {own.SerialNumberText}, {own.PublicKey}, valid until {own.NotAfter:yyyy-MM-dd HH:mm} UTC.");
        Screen.ForError().Line(summary, Tone.Quiet);
    }
}
