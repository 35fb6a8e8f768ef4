using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("There is no option '--frobnicate' here. See 'aksu connect --help'.", "connect", "localhost", "--frobnicate")]
    [InlineData("Unrecognized command or argument 'frobnicate'. See 'aksu --help'.", "frobnicate")]
    [InlineData("'99999' is no port; write a number from 1 to 65535.", "connect", "localhost:99999")]
    [InlineData("'0' is no port; write a number from 1 to 65535.", "connect", "localhost:0")]
    [InlineData("'[::1' has no closing bracket", "connect", "[::1")]
    [InlineData("'a b' is neither a host name nor an IP address.", "connect", "a b")]
    [InlineData("'@somewhere' is neither a host name nor an IP address.", "connect", "@somewhere")]
    [InlineData("'https://example.com/' is an address of a web page", "connect", "https://example.com/")]
    [InlineData("--sni: 'a b' is neither a host name nor an IP address.", "connect", "localhost", "--sni", "a b")]
    [InlineData("--tls: '4.0' is no version of TLS", "connect", "localhost", "--tls", "4.0")]
    [InlineData("--suite: 'TLS_NONE' is no cipher suite", "connect", "localhost", "--suite", "TLS_AES_128_GCM_SHA256,TLS_NONE")]
    [InlineData("--group: 'x1' is no group", "connect", "localhost", "--group", "x1")]
    [InlineData("--alpn: '' is no application protocol", "connect", "localhost", "--alpn", "h2,")]
    [InlineData("--timeout: '-1' is no time", "connect", "localhost", "--timeout=-1")]
    [InlineData("--timeout: '0' is no time", "connect", "localhost", "--timeout", "0")]
    [InlineData("--ca no-such-file.pem: there is no such file.", "connect", "localhost", "--ca", "no-such-file.pem")]
    [InlineData("--cert no-such-file.pem: there is no such file.", "serve", "--cert", "no-such-file.pem")]
    [InlineData("--key needs --cert", "serve", "--key", "no-such-file.pem")]
    [InlineData("--listen: '127.0.0.1' has no port", "serve", "--listen", "127.0.0.1")]
    [InlineData("--listen: 'example.com' is no address of this machine", "serve", "--listen", "example.com:1")]
    [InlineData("--www no-such-folder: there is no such folder.", "serve", "--www", "no-such-folder")]
    [InlineData("--www and --echo do not go together", "serve", "--www", ".", "--echo")]
    [InlineData("--name: 'a b' can't be certified", "serve", "--name", "a b")]
    [InlineData("--write-ca no-such-folder/root.pem: there is no such folder.", "serve", "--write-ca", "no-such-folder/root.pem")]
    [InlineData("--keylog no-such-folder/keys: there is no such folder.", "serve", "--keylog", "no-such-folder/keys")]
    [InlineData("--host: 'a b' is neither a host name nor an IP address.", "verify", "FILE", "--host", "a b")]
    [InlineData("FILE no-such-file.pem: there is no such file.", "verify", "no-such-file.pem")]
    [InlineData("--at: 'yesterday' is no time", "verify", "x.pem", "--at", "yesterday")]
    public async Task A_wrong_command_line_is_one_line_and_exit_code_2(string message, params string[] arguments)
    {
        using var workshop = new Workshop();
        string[] given = [.. arguments.Select(argument => argument == "FILE" ? workshop.Root : argument)];
        ToolRun run = (await Tool.RunAsync(given)).Expect(2);
        Assert.StartsWith("aksu: " + message, run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--ca no-such-file.pem: 그런 파일이 없습니다. 경로를 확인하세요.", "connect", "localhost", "--ca", "no-such-file.pem")]
    [InlineData("--ca: PATH: PEM 텍스트의 1번째 블록이 잘렸거나 깨졌습니다.", "scan", "localhost", "--ca", "PATH")]
    [InlineData("--cert: PATH: PEM 텍스트의 1번째 블록이 잘렸거나 깨졌습니다.", "serve", "--listen", "0", "--cert", "PATH", "--key", "PATH")]
    [InlineData("FILE: PATH: PEM 텍스트의 1번째 블록이 잘렸거나 깨졌습니다.", "verify", "PATH")]
    [InlineData("FILE PATH: PEM 블록이 손상되었습니다.", "inspect", "PATH")]
    [InlineData("--keylog PATH: 1번째 줄이 LABEL CLIENT_RANDOM SECRET 형식(RFC 9850)이 아닙니다.", "inspect", "-", "--keylog", "PATH")]
    [InlineData("--key에는 --cert가 필요합니다.", "serve", "--key", "PATH")]
    [InlineData("--www no-such-folder: 그런 폴더가 없습니다.", "serve", "--www", "no-such-folder")]
    [InlineData("--break wrong-name은 --mutual과 함께 쓸 수 없습니다.", "demo", "--break", "wrong-name", "--mutual")]
    [InlineData("--session PATH: 이 버전의 aksu가 저장한 세션이 아닙니다.", "connect", "localhost", "--session", "PATH")]
    [InlineData("--key-exchange psk에는 --psk가 필요합니다.", "connect", "localhost", "--key-exchange", "psk")]
    public async Task What_does_not_fit_is_said_in_korean(string message, params string[] arguments)
    {
        using var workshop = new Workshop();
        string file = workshop.Write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n");
        string[] given = [.. arguments.Select(argument => argument == "PATH" ? file : argument), "--lang", "ko"];
        ToolRun run = (await Tool.RunAsync(given)).Expect(2);
        string wanted = message.Replace("PATH", file, StringComparison.Ordinal);
        Assert.StartsWith("aksu: " + wanted, run.ErrorLine, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_file_without_a_certificate_is_named()
    {
        using var workshop = new Workshop();
        string file = workshop.Write("page.html", "<h1>Hello</h1>");
        ToolRun run = (await Tool.RunAsync("connect", "localhost", "--ca", file)).Expect(2);
        Assert.Contains($"--ca: {file}: The text holds no certificate", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_named()
    {
        using var workshop = new Workshop();
        ToolRun run = (await Tool.RunAsync("connect", "localhost", "--ca", workshop.Folder)).Expect(2);
        Assert.Contains("it is a folder, and a file is needed", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_another_certificate_is_refused()
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        (_, string otherKey) = workshop.IssueServer("other.example");
        ToolRun run = (await Tool.RunAsync("serve", "--listen", "0", "--cert", certificate, "--key", otherKey)).Expect(2);
        Assert.Contains("does not belong to the certificate", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_is_said()
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        ToolRun run = (await Tool.RunAsync("serve", "--listen", "0", "--cert", certificate)).Expect(2);
        Assert.Contains("--key is missing", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_and_key_may_stand_in_one_file()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        string both = workshop.Write("both.pem", await File.ReadAllTextAsync(certificate) + await File.ReadAllTextAsync(key));
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--cert", both);
        (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(0);
    }

    [Fact]
    public async Task The_roots_file_belongs_to_a_fresh_authority()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        string[] arguments = ["serve", "--listen", "0", "--cert", certificate, "--key", key, "--write-ca", workshop.File("r.pem")];
        ToolRun run = (await Tool.RunAsync(arguments)).Expect(2);
        Assert.Contains("belong to a fresh authority", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_its_version() => Assert.Matches(@"^\d+\.\d+\.\d+", (await Tool.RunAsync("--version")).Expect(0).Output);

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("demo", "--help")]
    [InlineData("connect", "--help")]
    [InlineData("serve", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("inspect", "--help")]
    [InlineData("scan", "--help")]
    public async Task Help_says_how_to_use_it_and_what_exit_codes_mean(params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(arguments)).Expect(0);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
        Assert.Equal(arguments.Length == 2, run.Output.Contains("Examples:", StringComparison.Ordinal));
        Assert.All(run.Output.Split('\n'), static line => Assert.True(line.Length <= 97, line));
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        string[] lines = (await Tool.RunAsync("--help")).Expect(0).Output.Split('\n');
        IEnumerable<string> listed = lines.SkipWhile(static line => line != "Commands:").Skip(1).TakeWhile(static line => line.Length > 0)
            .Where(static line => line.Length > 2 && line[2] != ' ').Select(static line => line.Trim().Split(' ')[0]);
        Assert.Equal(["demo", "connect", "serve", "verify", "inspect", "scan", "ca"], listed);
    }

    [Fact]
    public async Task A_group_says_what_is_in_it()
    {
        string help = (await Tool.RunAsync("ca", "--help")).Expect(0).Output;
        Assert.Contains("Usage:", help, StringComparison.Ordinal);
        Assert.Contains("  issue", help, StringComparison.Ordinal);
        Assert.Contains("Usage:", (await Tool.RunAsync("ca", "issue", "--help")).Expect(0).Output, StringComparison.Ordinal);
    }
}
