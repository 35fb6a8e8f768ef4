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
