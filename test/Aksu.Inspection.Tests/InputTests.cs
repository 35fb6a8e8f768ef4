using System.Text;
using Aksu.Inspection.KeyLogs;
using Aksu.Inspection.Tests.Support;

namespace Aksu.Inspection.Tests;

public sealed class InputTests
{
    private static readonly byte[] Hello = HelloBytes.WithServerName("example.com");

    [Fact]
    public void Takes_records_as_bytes_and_in_hexadecimal_of_any_spelling()
    {
        string hex = Convert.ToHexString(Hello);
        string spaced = string.Join(" ", Hello.Select(static octet => $"0x{octet:x2}"));
        string lines = string.Join(":\n", Hello.Select(static octet => $"{octet:X2}"));
        byte[][] spellings = [Hello, Encoding.ASCII.GetBytes(hex), Encoding.ASCII.GetBytes(spaced), Encoding.ASCII.GetBytes(lines)];
        foreach (byte[] input in spellings)
        {
            TracedStep step = Read(input).Connections.Single().Steps.Single();
            Assert.Equal("ClientHello", step.Name);
            Assert.Equal("example.com", step.Content.Find("host_name")?.Value);
        }
    }

    [Fact]
    public void Takes_a_handshake_message_without_a_record() =>
        Assert.Equal("ClientHello", Read(Hello[5..]).Connections.Single().Steps.Single().Name);

    [Fact]
    public void Takes_certificates_as_der_and_pem()
    {
        byte[] der = SampleCapture.Decode("tls13").ServerCertificates[0].Der.ToArray();
        string pem = SampleCapture.Decode("tls13").ServerCertificates[0].ToPem();
        foreach (byte[] input in (byte[][])[der, Encoding.ASCII.GetBytes(pem + pem)])
        {
            TracedDocument document = Read(input).Documents[0];
            Assert.Equal(der, document.Bytes.ToArray());
            Assert.Equal("demo.example", document.Content.Find("subject")?.Find("commonName")?.Value);
            Assert.Equal("ecdsa-with-SHA256", document.Content.Find("signatureAlgorithm")?.Find("algorithm")?.Value);
            Assert.NotNull(document.Content.Find("subjectAltName"));
        }
    }

    [Fact]
    public void A_private_key_is_not_shown()
    {
        byte[] pem = Encoding.ASCII.GetBytes(
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n");
        Assert.Contains(
            "private keys are not shown", Assert.Throws<UnreadableInputException>(() => Read(pem)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("16 03 0")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA")]
    public void What_is_not_understood_ends_in_one_clear_error(string input) =>
        Assert.NotEmpty(Assert.Throws<UnreadableInputException>(() => Read(Encoding.ASCII.GetBytes(input))).Message);

    [Fact]
    public void An_input_longer_than_the_limit_is_refused() =>
        Assert.Throws<UnreadableInputException>(() => Read(new byte[Inspector.MaxInput + 1]));

    [Fact]
    public void Every_prefix_of_a_hello_is_shown_as_far_as_it_goes()
    {
        const int WithoutExtensions = 4 + 2 + 32 + 1 + 4 + 2;
        byte[] message = Hello[5..];
        for (int length = 4; length < message.Length; length++)
        {
            byte[] cut = [1, (byte)((length - 4) >> 16), (byte)((length - 4) >> 8), (byte)(length - 4), .. message[4..length]];
            TracedStep step = Read(cut).Connections.Single().Steps.Single();
            Assert.Equal("ClientHello", step.Name);

            // A hello of TLS 1.2 may end in front of its extensions.
            Assert.Equal(length != WithoutExtensions, step.Findings.Any(static finding => finding.Outcome == FindingOutcome.Bad));
        }
    }

    [Theory]
    [InlineData("CLIENT_RANDOM 00")]
    [InlineData("CLIENT_RANDOM zz 00")]
    [InlineData("just words here now")]
    public void A_key_log_line_that_is_none_is_named_by_its_number(string line)
    {
        UnreadableInputException e = Assert.Throws<UnreadableInputException>(() => KeyLogBook.Parse("# comment\n\n" + line));
        Assert.Contains("line 3", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("zz", e.Message, StringComparison.Ordinal);
    }

    private static TlsTrace Read(byte[] input) => Inspector.Read(input, "test", new TraceOptions());
}
