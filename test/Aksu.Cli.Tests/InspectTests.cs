using System.Text;
using System.Text.Json;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class InspectTests
{
    private static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Captures", name);

    [Fact]
    public async Task A_capture_with_its_keys_is_shown_field_by_field()
    {
        ToolRun run = (await Tool.RunAsync("inspect", File("tls13.pcap"), "--keylog", File("tls13.keys"))).Expect(0);
        Assert.Contains("EncryptedExtensions", run.Output, StringComparison.Ordinal);
        Assert.Contains("demo.example", run.Output, StringComparison.Ordinal);
        Assert.Contains("GET / HTTP/1.0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object()
    {
        ToolRun run = (await Tool.RunAsync("inspect", File("tls12-ecdhe.pcap"), "--json", "--lang", "ko")).Expect(0);
        using JsonDocument json = JsonDocument.Parse(run.OutputBytes);
        Assert.Equal("TLS 1.2", json.RootElement.GetProperty("connections")[0].GetProperty("agreed").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Standard_input_is_read_too()
    {
        byte[] input = Encoding.ASCII.GetBytes("15 03 03 00 02 02 28\n");
        ToolRun run = (await Tool.RunAsync(["inspect", "-"], input)).Expect(0);
        Assert.Contains("handshake_failure", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_message_says_wrong_is_said_in_korean()
    {
        // A ServerHello whose supported_versions is a byte too short.
        byte[] input = Encoding.ASCII.GetBytes($"02 00 00 2d 0303 {new string('0', 64)} 00 1301 00 0005 002b 0001 03");
        ToolRun run = (await Tool.RunAsync(["inspect", "-", "--lang", "ko"], input)).Expect(0);
        Assert.Contains("(해석할 수 없음)", run.Output, StringComparison.Ordinal);
        Assert.Contains("2바이트가 있어야 하는데 1바이트만 있음", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not understood", run.Output, StringComparison.Ordinal);
        ToolRun story = (await Tool.RunAsync(["inspect", "-", "--explain", "--lang", "ko"], input)).Expect(0);
        Assert.Contains("이 메시지에 표준을 따르지 않는 바이트가", story.Output, StringComparison.Ordinal);
        ToolRun english = (await Tool.RunAsync(["inspect", "-"], input)).Expect(0);
        Assert.Contains("2 bytes should stand here, and there are 1 byte", english.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_certificate_is_told_in_korean()
    {
        using var workshop = new Workshop();
        (string file, _) = workshop.IssueServer();
        byte[] der = Pki.Pem.ReadCertificatesFromFile(file)[0].Der.ToArray();
        der[der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x17, 0x0d]) + 2] = (byte)'x';
        ToolRun run = (await Tool.RunAsync(["inspect", "-", "--lang", "ko"], der)).Expect(0);
        Assert.Contains("ASN.1 형식에 맞지 않는 값임", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The public key", "RFC 5280 §4.1.2.7")]
    [InlineData("ko", "공개키입니다.", "RFC 5280 §4.1.2.7")]
    public async Task A_certificate_is_explained_with_what_its_fields_mean(string language, string meaning, string section)
    {
        using var workshop = new Workshop();
        (string file, _) = workshop.IssueServer();
        ToolRun run = (await Tool.RunAsync("inspect", file, "--explain", "--lang", language)).Expect(0);
        Assert.Contains("subjectPublicKeyInfo", run.Output, StringComparison.Ordinal);
        Assert.Contains(meaning, run.Output, StringComparison.Ordinal);
        Assert.Contains(section, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_that_is_cut_off_ends_in_one_line_of_korean()
    {
        byte[] input = (await System.IO.File.ReadAllBytesAsync(File("tls13.pcap")))[..20];
        ToolRun run = (await Tool.RunAsync(["inspect", "-", "--lang", "ko"], input)).Expect(2);
        Assert.Equal("aksu: FILE -: pcap 파일이 헤더 도중에 끝납니다.", run.ErrorLine);
        ToolRun byLocale = (await Tool.RunAsync(["inspect", "-"], input, ("LC_ALL", "ko_KR.UTF-8"))).Expect(2);
        Assert.Equal(run.ErrorLine, byLocale.ErrorLine);
    }

    [Fact]
    public async Task What_is_not_understood_ends_in_one_line()
    {
        ToolRun run = (await Tool.RunAsync(["inspect", "-"], "hello"u8.ToArray())).Expect(2);
        Assert.Contains("it is no capture", run.ErrorLine, StringComparison.Ordinal);
        ToolRun missing = (await Tool.RunAsync("inspect", "no-such-file.pcap")).Expect(2);
        Assert.Contains("there is no such file", missing.ErrorLine, StringComparison.Ordinal);
        ToolRun keys = (await Tool.RunAsync("inspect", File("tls13.pcap"), "--keylog", File("tls13.pcap"))).Expect(2);
        Assert.Contains("--keylog", keys.ErrorLine, StringComparison.Ordinal);
    }
}
