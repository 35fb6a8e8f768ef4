using System.Text.Json;
using System.Text.RegularExpressions;
using Aksu.Inspection.Tests.Support;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Inspection.Tests;

public sealed partial class ViewTests
{
    public static TheoryData<string> HostileNames =>
    [
        "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "<!--<script>", "%TRACE%%SCRIPT%",
    ];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void What_a_peer_wrote_is_never_markup(string name)
    {
        TlsTrace trace = Inspector.Read(HelloBytes.WithServerName(name), name, new TraceOptions());
        string page = TracePage.Create(trace, Language.English);
        Assert.Equal(3, ScriptTag().Count(page));
        Assert.Equal(3, EndTag().Count(page));
        string data = Data(page);
        Assert.DoesNotContain('<', data);
        using JsonDocument json = JsonDocument.Parse(data);
        Assert.Equal(name, json.RootElement.GetProperty("trace").GetProperty("source").GetString());
    }

    [Fact]
    public void The_policy_of_the_page_allows_its_own_script_and_style_and_nothing_else()
    {
        string page = TracePage.Create(Inspector.Read(HelloBytes.WithServerName("a"), "a", new TraceOptions()), Language.English);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page, StringComparison.Ordinal);
        Assert.DoesNotContain("innerHTML", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("https?://(?!www\\.w3\\.org/2000/svg)", page);
    }

    [Fact]
    public void Json_has_the_documented_members()
    {
        using JsonDocument json = Json(Language.English);
        JsonElement root = json.RootElement;
        Assert.Equal("aksu-trace", root.GetProperty("format").GetString());
        Assert.Equal(TraceJson.FormatVersion, root.GetProperty("version").GetInt32());
        JsonElement step = root.GetProperty("connections")[0].GetProperty("steps")[0];
        string[] members =
        [
            "number", "kind", "name", "sender", "milliseconds", "meaning", "length", "bytes", "protectedBy", "records", "content",
            "findings", "derived",
        ];
        foreach (string member in members)
        {
            Assert.True(step.TryGetProperty(member, out _), member);
        }

        JsonElement field = step.GetProperty("content").GetProperty("fields")[3];
        Assert.Equal(
            ("random", 6, 32),
            (field.GetProperty("name").GetString(), field.GetProperty("offset").GetInt32(), field.GetProperty("length").GetInt32()));
    }

    [Fact]
    public void Json_holds_no_secret_unless_asked()
    {
        using JsonDocument json = Json(Language.Korean);
        using KeyLogs.KeyLogBook keys = SampleCapture.Keys("tls13");
        string text = json.RootElement.GetRawText();
        foreach (string line in File.ReadAllLines(
                Path.Combine(AppContext.BaseDirectory, "Captures", "tls13.keys")).Where(static line => line[0] != '#'))
        {
            Assert.DoesNotContain(line.Split(' ')[2], text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static JsonDocument Json(Language language)
    {
        using KeyLogs.KeyLogBook keys = SampleCapture.Keys("tls13");
        using var output = new MemoryStream();
        TraceJson.Write(Inspector.Read(SampleCapture.Bytes("tls13"), "tls13", new TraceOptions { Keys = keys }), language, output);
        return JsonDocument.Parse(output.ToArray());
    }

    private static string Data(string page)
    {
        const string Start = "id=\"data\">";
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptTag();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex EndTag();
}
