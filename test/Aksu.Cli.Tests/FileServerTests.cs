using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cli.Tests.Support;
using Aksu.Tls;

namespace Aksu.Cli.Tests;

/// <summary>One server with a folder, for all tests of this class.</summary>
public sealed class FileServerFixture : IAsyncLifetime
{
    private readonly Workshop _workshop = new();
    private ToolServer? _server;
    private TlsClient? _client;

    public byte[] Large { get; } = RandomNumberGenerator.GetBytes(3_000_001);

    internal ToolServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _workshop.Write("secret.txt", "secret");
        _workshop.Write("www-secret/secret.txt", "secret");
        _workshop.Write("www/index.html", "<h1>home</h1>");
        _workshop.Write("www/a b.txt", "a b");
        _workshop.Write("www/über.txt", "über");
        _workshop.Write("www/empty.css", "");
        _workshop.Write("www/.hidden", "secret");
        _workshop.Write("www/.well-known/x.json", "{}");
        _workshop.Write("www/sub/index.html", "sub");
        _workshop.Write("www/bare/x.js", "x");
        await File.WriteAllBytesAsync(_workshop.File("www/large.bin"), Large);
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_workshop.File("www/inside"), "sub");
            File.CreateSymbolicLink(_workshop.File("www/outside"), "..");
            File.CreateSymbolicLink(_workshop.File("www/outside.txt"), _workshop.File("secret.txt"));
            File.CreateSymbolicLink(_workshop.File("www/beside"), "../www-secret");
            File.CreateSymbolicLink(_workshop.File("www/loop"), "loop");
            File.CreateSymbolicLink(_workshop.File("www/device"), "/dev/zero");
        }

        _server = await ToolServer.StartAsync("--www", _workshop.File("www"), "--write-ca", _workshop.File("ca.pem"));
        _client = new TlsClient(new TlsClientOptions { Trust = Pki.TrustStore.FromPemFile(_workshop.File("ca.pem")) });
    }

    internal ValueTask<TlsStream> ConnectAsync() =>
        _client!.ConnectAsync("localhost", Server.Port, new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

    /// <summary>Sends bytes, and reads until the server closes.</summary>
    internal async Task<string> ExchangeAsync(string request)
    {
        await using TlsStream stream = await ConnectAsync();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var answer = new MemoryStream();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await stream.CopyToAsync(answer, late.Token);
        return Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _workshop.Dispose();
    }
}

public sealed class FileServerTests(FileServerFixture fixture) : IClassFixture<FileServerFixture>
{
    [Theory]
    [InlineData("/", "<h1>home</h1>", "text/html; charset=utf-8")]
    [InlineData("/index.html?x=../..", "<h1>home</h1>", "text/html; charset=utf-8")]
    [InlineData("/a%20b.txt", "a b", "text/plain; charset=utf-8")]
    [InlineData("/sub/", "sub", "text/html; charset=utf-8")]
    [InlineData("/bare/x.js", "x", "text/javascript; charset=utf-8")]
    [InlineData("/empty.css", "", "text/css; charset=utf-8")]
    [InlineData("/.well-known/x.json", "{}", "application/json")]
    [InlineData("https://localhost/sub/", "sub", "text/html; charset=utf-8")]
    public async Task Serves_a_file_with_its_type(string target, string content, string type)
    {
        string answer = await fixture.ExchangeAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        string head = $"\r\nContent-Type: {type}\r\nContent-Length: {content.Length}\r\nX-Content-Type-Options: nosniff\r\n";
        Assert.Contains(head, answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + content, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_names_beyond_ascii()
    {
        string answer = await fixture.ExchangeAsync("GET /%C3%BCber.txt HTTP/1.0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/sub/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/%2E%2E%2Fsecret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/%252e%252e/secret.txt")]
    [InlineData("/%c0%ae%c0%ae/secret.txt")]
    [InlineData("/sub/%00")]
    [InlineData("/index.html%00.txt")]
    [InlineData("//secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/./index.html")]
    [InlineData("/.hidden")]
    [InlineData("/outside/secret.txt")]
    [InlineData("/outside.txt")]
    [InlineData("/beside/secret.txt")]
    [InlineData("/loop")]
    [InlineData("/device")]
    [InlineData("/bare/")]
    [InlineData("/index.html/")]
    [InlineData("/none")]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/%zz")]
    [InlineData("/%ff")]
    public async Task Nothing_else_is_found(string target)
    {
        string answer = await fixture.ExchangeAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Split("\r\n\r\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_stays_inside_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights on Windows.");
        Assert.EndsWith("\r\n\r\nsub", await fixture.ExchangeAsync("GET /inside/ HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_its_slash_is_redirected()
    {
        string answer = await fixture.ExchangeAsync("GET /sub HTTP/1.0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 301 Moved Permanently\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nLocation: /sub/\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_is_get_without_the_content()
    {
        string answer = await fixture.ExchangeAsync("HEAD /large.bin HTTP/1.0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nContent-Length: {fixture.Large.Length}\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_arrives_whole()
    {
        string answer = await fixture.ExchangeAsync("GET /large.bin HTTP/1.0\r\n\r\n");
        int start = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        Assert.True(Encoding.Latin1.GetBytes(answer[start..]).AsSpan().SequenceEqual(fixture.Large));
    }

    [Fact]
    public async Task Requests_follow_each_other_on_one_connection()
    {
        string request = "GET /sub/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
        string last = "GET /none HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        string answer = await fixture.ExchangeAsync(request + request + last);
        Assert.Equal(2, answer.Split("HTTP/1.1 200 OK\r\n").Length - 1);
        Assert.Equal(2, answer.Split("Connection: keep-alive\r\n").Length - 1);
        Assert.Contains("HTTP/1.1 404 Not Found", answer, StringComparison.Ordinal);
        await fixture.Server.WaitForLogAsync("requests=3");
    }

    [Fact]
    public async Task An_old_client_keeps_the_connection_only_when_it_asks()
    {
        Assert.Contains("Connection: close\r\n", await fixture.ExchangeAsync("GET /sub/ HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
        string answer = await fixture.ExchangeAsync("GET /sub/ HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET /sub/ HTTP/1.0\r\n\r\n");
        Assert.Equal(2, answer.Split("HTTP/1.1 200 OK\r\n").Length - 1);
    }

    [Theory]
    [InlineData("400 Bad Request", "GET / HTTP/1.1\r\n\r\n")]
    [InlineData("400 Bad Request", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("400 Bad Request", "GET /\r\n\r\n")]
    [InlineData("400 Bad Request", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("400 Bad Request", "GET index.html HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("400 Bad Request", "GET http://localhost/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("400 Bad Request", "GET /\u00fc HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("400 Bad Request", "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n")]
    [InlineData("400 Bad Request", "GET / HTTP/1.1\r\nHost: a\r\n folded: x\r\n\r\n")]
    [InlineData("400 Bad Request", "GET / HTTP/1.1\r\nHost: a\r\nX: a\nY: b\r\n\r\n")]
    [InlineData("400 Bad Request", "GET / NONSENSE\r\n\r\n")]
    [InlineData("505 HTTP Version Not Supported", "GET / HTTP/2.0\r\nHost: a\r\n\r\n")]
    [InlineData("405 Method Not Allowed", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("405 Method Not Allowed", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("413 Content Too Large", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("413 Content Too Large", "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    public async Task A_request_that_is_not_served_ends_the_connection(string status, string request)
    {
        string answer = await fixture.ExchangeAsync(request);
        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(
            status.StartsWith("405", StringComparison.Ordinal), answer.Contains("\r\nAllow: GET, HEAD\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4 * 1024, "200")]
    [InlineData(4 * 1024 + 1, "414")]
    public async Task A_target_has_a_longest_length(int length, string status)
    {
        string answer = await fixture.ExchangeAsync($"GET {("/?" + new string('x', length))[..length]} HTTP/1.0\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, "200")]
    [InlineData(101, "431")]
    public async Task A_request_has_a_highest_number_of_fields(int count, string status)
    {
        string fields = string.Concat(Enumerable.Range(0, count).Select(static number => $"X{number}: y\r\n"));
        string answer = await fixture.ExchangeAsync($"GET / HTTP/1.0\r\n{fields}\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16 * 1024, "200")]
    [InlineData(16 * 1024 + 1, "431")]
    public async Task A_head_has_a_longest_length(int length, string status)
    {
        const string Start = "GET / HTTP/1.0\r\nX: ";
        string answer = await fixture.ExchangeAsync(Start + new string('y', length - Start.Length - 4) + "\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_without_a_word_is_no_failure()
    {
        await using (TlsStream stream = await fixture.ConnectAsync())
        {
            await stream.WriteAsync("GET /bare/x.js HTTP/1.1\r\nHost: a\r\nX-Marker: 1\r\n\r\n"u8.ToArray());
            await stream.ReadAtLeastAsync(new byte[1024], 100);
            ((NetworkStream)stream.InnerStream).Socket.Shutdown(SocketShutdown.Both);
        }

        string line = await fixture.Server.WaitForLogAsync("requests=1 in=49 ");
        Assert.EndsWith("result=ok", line, StringComparison.Ordinal);
    }
}
