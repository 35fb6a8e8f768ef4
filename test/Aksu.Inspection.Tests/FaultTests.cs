using System.Text;
using System.Text.Json;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Tests.Support;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Inspection.Tests;

/// <summary>Why bytes are not understood is said in every language, in every view.</summary>
public sealed class FaultTests
{
    private static readonly byte[] ServerHello =
        SampleCapture.Decode("tls13").Steps.First(static step => step.Name == "ServerHello").Bytes.ToArray();

    private static readonly byte[] Certificate = SampleCapture.Decode("tls13").ServerCertificates[0].Der.ToArray();

    [Fact]
    public void A_malformed_extension_says_why_in_both_languages()
    {
        Field fault = Faults(Read(WithShortKeyShare()).Connections[0].Steps[0].Content).First();
        Assert.Equal(new Phrase("(not understood)", "(해석할 수 없음)"), fault.Title);
        Assert.Equal(
            new Phrase(
                "the length says 32 bytes, and the message ends before that", "길이는 32바이트로 적혀 있으나 그 전에 메시지가 끝남"),
            fault.Fault);
        Assert.Equal(fault.Fault, fault.Text);
        Assert.Equal(fault.Fault!.English, fault.Value);
    }

    [Fact]
    public void A_step_with_such_bytes_says_the_same()
    {
        TracedStep step = Read(WithShortKeyShare()).Connections[0].Steps[0];
        Assert.Contains(
            step.Findings, static finding => finding.Outcome == FindingOutcome.Bad && finding.Text.Korean
                == "이 메시지에 표준을 따르지 않는 바이트가 있습니다(길이는 32바이트로 적혀 있으나 그 전에 메시지가 끝남).");
    }

    [Fact]
    public void A_malformed_value_of_a_certificate_says_why_and_what_follows_is_shown()
    {
        byte[] der = [.. Certificate];
        int time = der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x17, 0x0d]);
        der[time + 2] = (byte)'x';
        Field certificate = Read(der).Documents[0].Content;
        Field fault = Assert.Single(Faults(certificate));
        Assert.Equal("notBefore", fault.Name);
        Assert.Equal("ASN.1 형식에 맞지 않는 값임", fault.Text.Korean);
        Assert.Equal("demo.example", certificate.Find("subject")?.Find("commonName")?.Value);
    }

    [Fact]
    public void A_certificate_that_ends_in_the_middle_of_a_value_says_so()
    {
        byte[] der = [.. Certificate];
        der[der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x17, 0x0d]) + 1] = 0x7f;
        Assert.Contains(Faults(Read(der).Documents[0].Content), static fault => fault.Text.Korean == "올바른 DER이 아님");
    }

    [Fact]
    public void Json_says_it_in_the_language_that_is_asked_for_and_keeps_its_form()
    {
        TlsTrace trace = Read(WithShortKeyShare());
        JsonElement english = FaultIn(trace, Language.English);
        JsonElement korean = FaultIn(trace, Language.Korean);
        foreach (JsonElement field in (JsonElement[])[english, korean])
        {
            Assert.Equal("(not understood)", field.GetProperty("name").GetString());
            Assert.StartsWith("the length says 32 bytes", field.GetProperty("value").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal("(not understood)", english.GetProperty("title").GetString());
        Assert.Equal(english.GetProperty("value").GetString(), english.GetProperty("text").GetString());
        Assert.Equal("(해석할 수 없음)", korean.GetProperty("title").GetString());
        Assert.StartsWith("길이는 32바이트", korean.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Korean)]
    public void The_page_has_it_in_both_languages(Language language)
    {
        string page = TracePage.Create(Read(WithShortKeyShare()), language);
        Assert.Contains("\"(not understood)\",\"(해석할 수 없음)\"", page, StringComparison.Ordinal);
        Assert.Contains("\"길이는 32바이트로 적혀 있으나 그 전에 메시지가 끝남\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_wrong_is_said_in_korean_too()
    {
        byte[] hello = HelloBytes.WithServerName("example.com")[5..];
        var said = new HashSet<Phrase>();
        foreach (byte[] message in (byte[][])[hello, ServerHello, Certificate])
        {
            foreach (byte[] damaged in Damaged(message))
            {
                said.UnionWith(FaultsOf(damaged));
            }
        }

        Assert.True(said.Count > 20, $"{said.Count}");
        Assert.All(said, static fault =>
        {
            Assert.Contains(fault.Korean, static c => c is >= '가' and <= '힣');
            Assert.DoesNotMatch("[a-z] [a-z]", fault.Korean);
            Assert.DoesNotContain(fault.English, static c => c is >= '가' and <= '힣');
        });
    }

    [Fact]
    public void What_is_not_tls_shows_what_stands_there()
    {
        TracedStep step = Read([.. HelloBytes.WithServerName("a"), .. "HTTP/1.1 400 Bad Request\r\n"u8]).Connections[0].Steps[1];
        Assert.Equal("HTTP/1.1 400 Bad Request", step.Content.Text.Korean);
        Assert.Equal("TLS가 아닌 바이트임", step.Content.Fault?.Korean);
    }

    [Theory]
    [InlineData("d4c3b2a1020004", "pcap 파일이 헤더 도중에 끝납니다")]
    [InlineData("0a0d0d0a050000004d3c2b1a05000000", "pcapng 파일이 손상되었습니다(길이가 올바르지 않은 블록이 있음)")]
    [InlineData("d4c3b2a1020004000000000000000000ffff000001000000", "캡처에 패킷이 없습니다")]
    [InlineData("", "비어 있습니다")]
    [InlineData("68656c6c6f", "캡처(pcap, pcapng)도, TLS 레코드나 핸드셰이크 메시지도, 인증서도 아닙니다(바이트로도 16진수로도 해석할 수 없음)")]
    public void What_cannot_be_read_says_why_in_korean_too(string input, string reason)
    {
        UnreadableInputException error = Assert.Throws<UnreadableInputException>(() => Read(Convert.FromHexString(input)));
        Assert.Equal(reason, error.Reason.Korean);
        Assert.Equal(error.Message, error.Reason.English);
    }

    [Fact]
    public void A_limit_names_itself_in_both_languages()
    {
        byte[] alert = [21, 3, 3, 0, 2, 1, 0];
        byte[] many = [.. Enumerable.Repeat(alert, 2_001).SelectMany(static octets => octets)];
        Phrase note = Assert.Single(Read(many).Connections[0].Notes);
        Assert.Contains("(more than 2000 steps)", note.English, StringComparison.Ordinal);
        Assert.Contains("(단계 2000개 초과)", note.Korean, StringComparison.Ordinal);
    }

    private static byte[] WithShortKeyShare()
    {
        // The key share loses its last byte: every length around it is set right, its own is not.
        int at = ServerHello.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x33, 0x00, 0x24]);
        byte[] share = ServerHello[at..(at + 4 + 0x24)];
        byte[] rest = [.. ServerHello[..at], .. ServerHello[(at + share.Length)..]];
        share[3]--;
        byte[] message = [.. rest, .. share[..^1]];
        message[3]--;
        const int ExtensionsAt = 4 + 2 + 32 + 1 + 32 + 2 + 1;
        message[ExtensionsAt + 1]--;
        return message;
    }

    private static IEnumerable<byte[]> Damaged(byte[] message)
    {
        bool isMessage = message[0] != 0x30;
        for (int at = isMessage ? 4 : 0; at < message.Length; at++)
        {
            foreach (byte change in (byte[])[0x01, 0x40, 0xff])
            {
                byte[] changed = [.. message];
                changed[at] ^= change;
                yield return changed;
            }

            if (isMessage)
            {
                yield return [message[0], 0, (byte)((at - 4) >> 8), (byte)(at - 4), .. message[4..at]];
            }
        }
    }

    private static IEnumerable<Phrase> FaultsOf(byte[] input)
    {
        try
        {
            TlsTrace trace = Read(input);
            return trace.Documents.Select(static document => document.Content)
                .Concat(trace.Connections.SelectMany(static connection => connection.Steps).Select(static step => step.Content))
                .SelectMany(Faults).Select(static field => field.Fault!);
        }
        catch (UnreadableInputException e)
        {
            return [e.Reason];
        }
    }

    private static IEnumerable<Field> Faults(Field field) =>
        (field.IsFault ? [field] : Enumerable.Empty<Field>()).Concat(field.Children.SelectMany(Faults));

    private static JsonElement FaultIn(TlsTrace trace, Language language)
    {
        using var output = new MemoryStream();
        TraceJson.Write(trace, language, output);
        using JsonDocument json = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray()));
        return Find(json.RootElement.GetProperty("connections")[0].GetProperty("steps")[0].GetProperty("content"))!.Value.Clone();
    }

    private static JsonElement? Find(JsonElement field) => field.TryGetProperty("fault", out _) ? field
        : field.TryGetProperty("fields", out JsonElement fields)
            ? fields.EnumerateArray().Select(Find).FirstOrDefault(static found => found is not null)
            : null;

    private static TlsTrace Read(byte[] input) => Inspector.Read(input, "test", new TraceOptions());
}
