using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aksu.Ca;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

/// <summary>
/// What <c>aksu connect --explain</c> shows when there is no connection: the step where it broke, the reason in words, and what to do, in
/// each language and in that language alone.
/// </summary>
public sealed partial class ConnectFailureStoryTests
{
    /// <summary>Names and data, which are what they are in every language.</summary>
    private static readonly string[] Values =
    [
        "Tests of the tool", "ECDSA with SHA", "RSA PKCS#1 with SHA", "Hello from the client. Nobody but the server can read this.",
        "Hello from the server. Nobody but the client can read this.",
    ];

    [Theory]
    [InlineData("en", "✗ name: is not for localhost but for DNS:other.example", "is not for localhost", "Check the host name and who")]
    [InlineData(
        "ko", "✗ 이름: localhost의 인증서가 아니라 DNS:other.example의 인증서임", "localhost의 인증서가 아니라", "호스트 이름과 응답하는 서버가 맞는지")]
    public async Task A_wrong_name(string language, string step, string reason, string advice)
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer("other.example");
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        await ExpectAsync(1, 3, language, step, reason, advice, server.Address, "--ca", workshop.Root);
    }

    [Theory]
    [InlineData("en", "✗ validity: expired at ", "expired at ", "The server needs a new one")]
    [InlineData("ko", "✗ 유효 기간: ", "에 만료되었으며 지금은", "서버에 새 인증서가 필요하거나")]
    public async Task An_expired_certificate(string language, string step, string reason, string advice)
    {
        using var workshop = new Workshop();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var options = new IssueOptions { Names = ["localhost"], NotBefore = now.AddDays(-30), NotAfter = now.AddDays(-1) };
        (string certificate, string key) = workshop.Issue("expired", options);
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        await ExpectAsync(1, 3, language, step, reason, advice, server.Address, "--ca", workshop.Root);
    }

    [Theory]
    [InlineData("en", "✗ trust: is self-signed", "is self-signed and not among the trusted authorities", "trust it with --ca FILE")]
    [InlineData("ko", "✗ 신뢰: 자체 서명 인증서이며", "자체 서명 인증서이며 신뢰하는 인증 기관에 없음", "--ca FILE로 신뢰하고")]
    public async Task A_self_signed_certificate(string language, string step, string reason, string advice)
    {
        using var workshop = new Workshop();
        (string certificate, string key) = SelfSigned(workshop);
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        await ExpectAsync(1, 3, language, step, reason, advice, server.Address, "--ca", workshop.Root);
    }

    [Theory]
    [InlineData("en", "protocol_version", "it has none of the protocol versions", "--tls")]
    [InlineData("ko", "protocol_version", "프로토콜 버전을 하나도 지원하지 않습니다", "--tls")]
    public async Task No_common_version(string language, string step, string reason, string advice)
    {
        await using ToolServer server = await ToolServer.StartAsync("--tls", "1.2");
        await ExpectAsync(1, 2, language, step, reason, advice, server.Address, "--tls", "1.3");
    }

    [Theory]
    [InlineData("en", "These bytes are not TLS", "speaks plain HTTP on this port", "Use https:// with a TLS port")]
    [InlineData("ko", "이 바이트는 TLS가 아닙니다", "평문 HTTP로 말합니다", "https://와 TLS 포트를 쓰거나")]
    public async Task A_port_of_plain_http(string language, string step, string reason, string advice)
    {
        using var plain = new Loopback(static async (stream, stop) =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
        });
        await ExpectAsync(1, 2, language, step, reason, advice, plain.Address);
    }

    [Theory]
    [InlineData("en", "ClientHello", "then said nothing in time", "--timeout waits longer")]
    [InlineData("ko", "ClientHello", "제한 시간 안에 아무 말도 하지 않았습니다", "--timeout으로 더 기다릴 수 있습니다")]
    public async Task A_port_that_hangs(string language, string step, string reason, string advice)
    {
        using var silent = new Loopback(static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        await ExpectAsync(3, 2, language, step, reason, advice, silent.Address, "--timeout", "1");
    }

    [Theory]
    [InlineData("en", "ClientHello", "closed the connection in the middle of the handshake", "Its own log may say why")]
    [InlineData("ko", "ClientHello", "핸드셰이크 도중에 서버가 연결을 닫았습니다", "서버의 로그에 있을 수 있고")]
    public async Task A_server_that_closes(string language, string step, string reason, string advice)
    {
        using var rude = new Loopback(
            static (stream, stop) => stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop).AsTask());
        await ExpectAsync(1, 2, language, step, reason, advice, rude.Address);
    }

    [Theory]
    [InlineData("en", "nothing listens on this port. Check host and port")]
    [InlineData("ko", "이 포트에서 기다리는 프로그램이 없습니다. 호스트와 포트가 맞는지")]
    public async Task A_closed_port_has_no_steps_and_is_told_in_one_line(string language, string reason)
    {
        string address = $"127.0.0.1:{Loopback.ClosedPort()}";
        ToolRun run = (await Tool.RunAsync("connect", address, "--explain", "--lang", language)).Expect(3);
        Assert.StartsWith($"aksu: {address}: ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains(reason, run.ErrorLine, StringComparison.Ordinal);
        ExpectOneLanguage(run, language);

        ToolRun plain = (await Tool.RunAsync("connect", address, "--lang", language)).Expect(3);
        Assert.Contains(
            language == "ko" ? "5단계 중 1단계에서 끊김: TCP 연결" : "broke at step 1 of 5: the TCP connection",
            plain.Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--break", "expired")]
    [InlineData("--break", "wrong-name")]
    [InlineData("--break", "unknown-ca")]
    [InlineData("--break", "revoked", "--mutual")]
    [InlineData("--break", "tampered")]
    [InlineData("--mutual")]
    [InlineData("--tls", "1.2", "--key-exchange", "rsa")]
    [InlineData("--tls", "1.2", "--key-exchange", "psk")]
    public async Task The_demonstration_is_told_in_one_language(params string[] arguments) =>
        ExpectOneLanguage((await Tool.RunAsync(["demo", "--explain", "--lang", "ko", .. arguments])).Expect(0), "ko");

    [Fact]
    public async Task A_connection_is_told_in_one_language()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key, "--explain", "--lang", "ko");
        ExpectOneLanguage(
            (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root, "--explain", "--lang", "ko")).Expect(0), "ko");
        ExpectOneLanguage((await Tool.RunAsync("connect", server.Address, "--insecure", "--explain", "--lang", "ko")).Expect(0), "ko");
        ExpectOneLanguage((await Tool.RunAsync("scan", server.Address, "--lang", "ko")).Expect(0), "ko");
        ExpectOneLanguage(
            (await Tool.RunAsync("verify", certificate, "--ca", workshop.Root, "--host", "other.example", "--lang", "ko")).Expect(1), "ko");
        await server.WaitForLogAsync("결과");
    }

    private static async Task ExpectAsync(
        int exitCode, int place, string language, string step, string reason, string advice, string address, params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(["connect", address, "--explain", "--lang", language, .. arguments])).Expect(exitCode);
        string story = Unwrapped(run.Errors);
        int broke = story.IndexOf(step, StringComparison.Ordinal);
        int end = story.IndexOf(language == "ko" ? "여기서 실패했습니다" : "It ends here", StringComparison.Ordinal);
        Assert.True(broke > 0 && end > broke, run.Errors);
        string told = story[end..story.IndexOf(language == "ko" ? "결과 ─" : "What came of it ─", StringComparison.Ordinal)];
        Assert.Contains(reason, told, StringComparison.Ordinal);
        Assert.Contains(advice, told, StringComparison.Ordinal);
        Assert.DoesNotContain($"{address}: {address}", told, StringComparison.Ordinal);

        ExpectReason(run, language, reason, advice);

        // Without the story too: the step, the reason and what to do; and for scripts.
        ToolRun plain = (await Tool.RunAsync(["connect", address, "--lang", language, .. arguments])).Expect(exitCode);
        string at = language == "ko" ? $"5단계 중 {place}단계에서 끊김: " : $"broke at step {place} of 5: ";
        Assert.Contains(at, Unwrapped(plain.Errors), StringComparison.Ordinal);
        ExpectReason(plain, language, reason, advice);
        ToolRun json = (await Tool.RunAsync(["connect", address, "--json", .. arguments])).Expect(exitCode);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(place == 3 ? "identity" : "hello", document.RootElement.GetProperty("error").GetProperty("step").GetString());
    }

    private static void ExpectReason(ToolRun run, string language, string reason, string advice)
    {
        string line = Unwrapped(run.ErrorLine);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.Contains(advice, line, StringComparison.Ordinal);
        ExpectOneLanguage(run, language);
    }

    /// <summary>English cannot do without these words; in a Korean telling they would be a sentence that was forgotten.</summary>
    private static void ExpectOneLanguage(ToolRun run, string language)
    {
        string text = Values.Aggregate(
            Unwrapped(run.Output + run.Errors), static (rest, value) => rest.Replace(value, "", StringComparison.Ordinal));
        if (language == "ko")
        {
            Assert.Contains(text, static c => c is >= '가' and <= '힣');
            Assert.Empty(
                EnglishWord().Matches(text).Select(match => text[Math.Max(0, match.Index - 40)..Math.Min(text.Length, match.Index + 40)]));
        }
        else
        {
            Assert.DoesNotContain(text, static c => c is >= '가' and <= '힣');
        }
    }

    private static string Unwrapped(string text) => Space().Replace(text, " ");

    private static (string Certificate, string Key) SelfSigned(Workshop workshop)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        string file = workshop.Write("self.pem", certificate.ExportCertificatePem());
        return (file, workshop.Write("self.key.pem", key.ExportPkcs8PrivateKeyPem()));
    }

    [GeneratedRegex(@"\b(the|is|was|not|and|of|with|for|from|this|that|it)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
