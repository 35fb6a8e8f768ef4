using System.Reflection;
using System.Text;
using Aksu.Cli.Explain;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Cli.Tests.Support;
using Aksu.Inspection;
using Aksu.Inspection.KeyLogs;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Tests;

public sealed class ExplainTests
{
    public static TheoryData<string, Language, int> Tellings
    {
        get
        {
            var rows = new TheoryData<string, Language, int>();
            foreach (string capture in (string[])["tls13", "tls12-rsa-cbc"])
            {
                foreach (Language language in Enum.GetValues<Language>())
                {
                    rows.Add(capture, language, 80);
                    rows.Add(capture, language, 120);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void A_capture_is_told_as_it_was(string capture, Language language, int width)
    {
        string code = language == Language.Korean ? "ko" : "en";
        Golden.MatchesExactly($"explain-{capture}-{code}-{width}", Tell(capture, language, width));
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void No_line_is_wider_than_the_terminal_and_wide_characters_count_twice(string capture, Language language, int width)
    {
        foreach (string line in Tell(capture, language, width).Split('\n'))
        {
            Assert.True(TextWrap.Cells(line) <= width, line);
        }
    }

    [Theory]
    [InlineData("ko_KR.UTF-8", Language.Korean)]
    [InlineData("ko", Language.Korean)]
    [InlineData("kok_IN", Language.English)]
    [InlineData("en_US.UTF-8", Language.English)]
    [InlineData("C", Language.English)]
    public void The_language_is_that_of_the_environment(string locale, Language expected) =>
        Assert.Equal(expected, LanguageOption.FromEnvironment(name => name == "LANG" ? locale : ""));

    [Fact]
    public void The_first_variable_that_is_set_decides() =>
        Assert.Equal(Language.English, LanguageOption.FromEnvironment(static name => name == "LC_ALL" ? "C" : "ko_KR.UTF-8"));

    [Fact]
    public async Task The_demonstration_is_explained_from_its_bytes_and_written_as_a_page()
    {
        string page = Path.Combine(Path.GetTempPath(), $"aksu-{Guid.NewGuid():N}.html");
        try
        {
            ToolRun run = (await Tool.RunAsync("demo", "--explain", "--html", page, "--lang", "ko")).Expect(0);
            Assert.Contains("키 유도", run.Output, StringComparison.Ordinal);
            Assert.Contains("봉인이 맞습니다", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', run.Output);
            Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"ko\">", await File.ReadAllTextAsync(page), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(page);
        }
    }

    [Fact]
    public async Task Values_of_secrets_are_shown_only_on_demand()
    {
        ToolRun hidden = (await Tool.RunAsync("demo", "--explain", "--lang", "en")).Expect(0);
        Assert.DoesNotContain("\n        value  ", hidden.Output, StringComparison.Ordinal);
        ToolRun shown = (await Tool.RunAsync("demo", "--explain", "--show-secrets", "--lang", "en")).Expect(0);
        Assert.Contains("\n        value  ", shown.Output, StringComparison.Ordinal);
        ToolRun alone = (await Tool.RunAsync("demo", "--show-secrets")).Expect(2);
        Assert.Contains("--explain or --html", alone.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_and_serve_explain_both_ends_of_one_connection()
    {
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--explain", "--lang", "en");
        ToolRun run = (
            await Tool.RunAsync(["connect", server.Address, "--insecure", "--explain", "--lang", "en"], "hello"u8.ToArray())).Expect(0);
        Assert.Equal("hello", run.Output);
        Assert.Contains("ClientHello", run.Errors, StringComparison.Ordinal);
        Assert.Contains("text", run.Errors, StringComparison.Ordinal);
        await server.WaitForLogAsync("What came of it");
        Assert.Contains("ClientHello", server.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_certificate_is_told_with_the_step_where_it_broke_and_what_to_do()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--explain", "--lang", "en")).Expect(1);
        int checks = run.Errors.IndexOf("Verification", StringComparison.Ordinal);
        int end = run.Errors.IndexOf("It ends here", StringComparison.Ordinal);
        Assert.True(checks > 0 && end > checks, run.Errors);
        Assert.Contains("unknown_ca", run.Errors, StringComparison.Ordinal);
        Assert.Contains("--ca FILE", run.Errors[end..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_common_version_is_told_with_the_alert()
    {
        await using ToolServer server = await ToolServer.StartAsync("--tls", "1.2");
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--tls", "1.3", "--explain", "--lang", "en")).Expect(1);
        Assert.Contains("protocol_version", run.Errors, StringComparison.Ordinal);
        Assert.Contains("It ends here", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_of_plain_http_is_told_with_what_it_said()
    {
        using var plain = new Loopback(static async (stream, stop) =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
        });
        ToolRun run = (await Tool.RunAsync("connect", plain.Address, "--explain", "--lang", "en")).Expect(1);
        Assert.Contains("These bytes are not TLS", run.Errors, StringComparison.Ordinal);
        Assert.Contains("HTTP/1.1 400 Bad Request", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_hangs_is_told_with_the_hello_that_nobody_answered()
    {
        using var silent = new Loopback(static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        ToolRun run = (await Tool.RunAsync("connect", silent.Address, "--timeout", "1", "--explain", "--lang", "en")).Expect(3);
        Assert.Contains("ClientHello", run.Errors, StringComparison.Ordinal);
        Assert.Contains("said nothing in time", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_phrase_of_the_tool_is_there_in_both_languages()
    {
        Phrase[] phrases = [.. typeof(StoryText).Assembly.GetTypes()
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(Phrase))
            .Select(static field => (Phrase)field.GetValue(null)!), .. Scan.Weaknesses.AllTexts, .. Failures.TlsFailureText.AllAdvice];
        Assert.True(phrases.Length > 40);
        Assert.All(phrases, static phrase =>
        {
            Assert.NotEmpty(phrase.English);
            Assert.Contains(phrase.Korean, static c => c is >= '가' and <= '힣');
        });
    }

    private static string Tell(string capture, Language language, int width)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Captures");
        using KeyLogBook keys = KeyLogBook.Parse(File.ReadAllText(Path.Combine(folder, capture + ".keys")));
        byte[] bytes = File.ReadAllBytes(Path.Combine(folder, capture + ".pcap"));
        TlsTrace trace = Inspector.Read(bytes, capture, new TraceOptions { Keys = keys, ShowSecrets = width == 120 });
        using var writer = new Utf8Writer();
        new StoryText(new Screen(writer, hasColours: false, width, Screen.WideWidth), language).Write(trace);
        return writer.ToString();
    }

    /// <summary>Text in memory that says that it can carry every sign.</summary>
    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
