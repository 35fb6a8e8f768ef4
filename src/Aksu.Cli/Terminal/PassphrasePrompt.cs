using System.Text;

namespace Aksu.Cli.Terminal;

/// <summary>Asks the person at the terminal for a passphrase; what is typed is not shown.</summary>
internal static class PassphrasePrompt
{
    private const int MaxLength = 1024;

    /// <summary>Null when nobody sits at a terminal, or nothing was typed.</summary>
    /// <param name="whose">What the passphrase is for.</param>
    public static string? Ask(string whose)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected)
        {
            return null;
        }

        Console.Error.Write($"{SafeText.Of(whose)}: ");
        var typed = new StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && typed.Length < MaxLength)
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.Length > 0 ? typed.ToString() : null;
    }
}
