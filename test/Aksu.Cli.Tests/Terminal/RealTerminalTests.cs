using System.Text.RegularExpressions;
using Aksu.Cli.Terminal;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests.Terminal;

/// <summary>What a person sees in a terminal of 80 and of 120 columns, in each language.</summary>
public sealed partial class RealTerminalTests
{
    public static TheoryData<string, int> Terminals => new() { { "en", 80 }, { "en", 120 }, { "ko", 80 }, { "ko", 120 } };

    /// <summary>The terminal shows what was written for it, to the cell: characters of double width break and move nothing.</summary>
    [Theory]
    [MemberData(nameof(Terminals))]
    public async Task The_story_of_a_capture(string language, int width)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Captures");
        string[] secrets = width == 120 ? ["--show-secrets"] : [];
        string screen = await RealTerminal.ShowAsync(
            width,
            [
                "inspect", Path.Combine(folder, "tls13.pcap"), "--keylog", Path.Combine(folder, "tls13.keys"), "--explain",
                "--lang", language, .. secrets,
            ]);
        string written = Golden.Read($"explain-tls13-{language}-{width}");
        Assert.Equal(string.Join('\n', written.Split('\n').Select(static line => line.TrimEnd())).Trim('\n') + "\n", screen);
    }

    [Theory]
    [MemberData(nameof(Terminals))]
    public async Task A_connection_that_is_refused(string language, int width)
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer("other.example");
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        Expect(
            $"terminal-refused-{language}-{width}",
            width,
            await RealTerminal.ShowAsync(
                width, "connect", server.Address, "--ca", workshop.Root, "--group", "secp256r1", "--timeout", "60",
                "--explain", "--lang", language));
    }

    [Theory]
    [MemberData(nameof(Terminals))]
    public async Task The_report_of_a_scan(string language, int width)
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key, "--tls", "1.2");
        Expect(
            $"terminal-scan-{language}-{width}",
            width,
            await RealTerminal.ShowAsync(width, "scan", server.Address, "--timeout", "30", "--lang", language));
    }

    private static void Expect(string name, int width, string screen)
    {
        Assert.All(screen.Split('\n'), line => Assert.True(TextWrap.Cells(line) <= width, line));
        Golden.MatchesExactly(name, Normalized(screen));
    }

    /// <summary>What differs from run to run: moments, ports, random values, lengths of signatures.</summary>
    private static string Normalized(string screen)
    {
        string text = Moment().Replace(screen, "YYYY-MM-DD HH:MM:SS");
        text = Day().Replace(text, "YYYY-MM-DD");
        text = Port().Replace(text, "$1:PPPPP");
        text = Hex().Replace(text, static match => new string('#', match.Length));
        return Size().Replace(text, static match => $"N{match.Groups[1].Value}  T ms".PadLeft(match.Length));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();

    [GeneratedRegex(@"(localhost|127\.0\.0\.1):\d{5}")]
    private static partial Regex Port();

    [GeneratedRegex(@"\b(?=[a-z]*\d)[0-9a-f]{16,}")]
    private static partial Regex Hex();

    /// <summary>How long a message is (signatures have no fixed length), and when it came; what is behind it ends the line.</summary>
    [GeneratedRegex(@" *\d+( bytes?|바이트) +[\d.]+ ms$", RegexOptions.Multiline)]
    private static partial Regex Size();
}
