using System.Text.RegularExpressions;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed partial class KeyLogFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("aksu-keylog-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Lines_have_the_form_of_RFC_9850_and_both_sides_write_the_same()
    {
        string clientPath = Path.Combine(_directory, "client");
        string serverPath = Path.Combine(_directory, "server");
        using (var clientLog = KeyLogFile.DangerousAppendTo(clientPath))
        using (var serverLog = KeyLogFile.DangerousAppendTo(serverPath))
        {
            await using Connected pair = await Connected.Make(
                TestAuthority.ClientOptions with { DangerousKeyLog = clientLog },
                TestAuthority.ServerOptions with { DangerousKeyLog = serverLog });
            await pair.Exchange();
        }

        string[] lines = await File.ReadAllLinesAsync(clientPath);
        Assert.All(lines, static line => Assert.Matches(Line(), line));
        Assert.Equal(
            [
                "CLIENT_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_TRAFFIC_SECRET_0", "EXPORTER_SECRET",
                "SERVER_HANDSHAKE_TRAFFIC_SECRET", "SERVER_TRAFFIC_SECRET_0",
            ],
            lines.Select(static line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Single(lines.Select(static line => line.Split(' ')[1]).Distinct());
        Assert.Equal(lines.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(serverPath)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_new_file_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has access control lists instead of modes.");
            return;
        }

        string path = Path.Combine(_directory, "log");
        using (KeyLogFile.DangerousAppendTo(path))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Lines_are_appended_whole_by_many_threads_and_files()
    {
        string path = Path.Combine(_directory, "log");
        await File.WriteAllTextAsync(path, "# what was there\n");
        using (var one = KeyLogFile.DangerousAppendTo(path))
        using (var two = KeyLogFile.DangerousAppendTo(path))
        {
            Parallel.For(0, 1000, i => (i % 2 == 0 ? one : two).WriteLine($"LABEL {i:x64} {i:x64}"));
        }

        string[] lines = await File.ReadAllLinesAsync(path);
        Assert.Equal("# what was there", lines[0]);
        Assert.Equal(1001, lines.Distinct().Count());
        Assert.All(lines.Skip(1), static line => Assert.Matches(Line(), line));
    }

    [Fact]
    public void After_disposing_nothing_is_written()
    {
        string path = Path.Combine(_directory, "log");
        KeyLogFile log = KeyLogFile.DangerousAppendTo(path);
        log.Dispose();
        log.WriteLine("LABEL 00 00");
        log.Dispose();
        Assert.Empty(File.ReadAllBytes(path));
    }

    [GeneratedRegex("^[A-Z0-9_]+ [0-9a-f]{64} [0-9a-f]{64,96}$")]
    private static partial Regex Line();
}
