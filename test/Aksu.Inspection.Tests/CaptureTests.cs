using Aksu.Inspection.Fields;
using Aksu.Inspection.Tests.Support;

namespace Aksu.Inspection.Tests;

public sealed class CaptureTests
{
    public static TheoryData<string> All => SampleCapture.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Opens_every_record_and_finds_nothing_wrong(string name)
    {
        TracedConnection connection = SampleCapture.Decode(name);
        Assert.True(connection.Agreed.IsComplete);
        Assert.DoesNotContain(connection.Steps, static step => step.Kind is StepKind.Encrypted or StepKind.Unknown);
        Assert.DoesNotContain(
            connection.Steps.SelectMany(static step => step.Findings), static finding => finding.Outcome == FindingOutcome.Bad);
        Assert.Empty(connection.Notes);
        Assert.Equal("demo.example", connection.Agreed.ServerName);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Checks_both_seals_and_every_signature_again(string name)
    {
        TracedConnection connection = SampleCapture.Decode(name);
        TracedStep[] finished = [.. connection.Steps.Where(static step => step.Name == "Finished")];
        Assert.Equal(2, finished.Length);
        Assert.All(finished, static step => Assert.Contains(
            step.Findings,
            static finding => finding is { Outcome: FindingOutcome.Good, Section: "RFC 9846 §4.5.3" or "RFC 5246 §7.4.9" }));
        TracedStep[] signed = [.. connection.Steps.Where(
            static step => step.Content.Find("signature") is not null && step.Name != "Certificate")];
        Assert.Equal(name == "tls12-rsa-cbc" || connection.Agreed.IsResumed ? 0 : 1, signed.Length);
        Assert.All(signed, static step => Assert.Contains(
            step.Findings,
            static finding => finding is { Outcome: FindingOutcome.Good, Section: "RFC 9846 §4.5.2" or "RFC 5246 §7.4.3" }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_byte_of_every_message_belongs_to_a_field_and_fields_lie_inside_one_another(string name)
    {
        foreach (TracedStep step in SampleCapture.Decode(name).Steps.Where(static step => step.Kind == StepKind.Handshake))
        {
            Assert.Equal(step.Length, step.Content.Length);
            Assert.Equal(step.Length, step.Content.Children.Sum(static field => field.Length));
            ExpectNested(step.Content);
        }
    }

    [Theory]
    [InlineData("tls13", "TLS 1.3", "TLS_AES_256_GCM_SHA384", "x25519", "ecdsa_secp256r1_sha256", false)]
    [InlineData("tls13-retry", "TLS 1.3", "TLS_AES_256_GCM_SHA384", "secp384r1", "ecdsa_secp256r1_sha256", true)]
    [InlineData("tls12-ecdhe", "TLS 1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "x25519", "ecdsa_secp256r1_sha256", false)]
    [InlineData("tls12-rsa-cbc", "TLS 1.2", "TLS_RSA_WITH_AES_128_CBC_SHA", null, null, false)]
    [InlineData("tls12-cbc-mte", "TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", "x25519", "rsa_pss_rsae_sha256", false)]
    [InlineData("tls12-dhe-chacha", "TLS 1.2", "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "DH 2048 bits", "rsa_pss_rsae_sha256", false)]
    public void Says_what_was_agreed(string name, string version, string suite, string? group, string? scheme, bool isRetried)
    {
        Agreed agreed = SampleCapture.Decode(name).Agreed;
        Assert.Equal(
            (version, suite, group, scheme, isRetried),
            (agreed.Version, agreed.CipherSuite, agreed.Group, agreed.SignatureScheme, agreed.IsRetried));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_the_keys_it_says_how_many_records_stay_closed(string name)
    {
        TracedConnection connection = Inspector.Read(SampleCapture.Bytes(name), name, new TraceOptions()).Connections.Single();
        int closed = connection.Steps.Count(static step => step.Kind == StepKind.Encrypted);
        Assert.True(closed > 0);
        Assert.Contains(connection.Notes, note => note.English.StartsWith($"{closed} encrypted records", StringComparison.Ordinal));
        Assert.Contains(connection.Steps, static step => step.Name == "ServerHello");
    }

    [Fact]
    public void Secrets_are_in_the_trace_only_when_asked_for()
    {
        Assert.All(SampleCapture.Decode("tls13").Keys, static key => Assert.Null(key.Value));
        Assert.All(SampleCapture.Decode("tls13").Records, static record => Assert.Null(record.Nonce));
        TracedConnection shown = SampleCapture.Decode("tls13", showSecrets: true);
        Assert.Contains(shown.Keys, static key => key.Name == "client_handshake_traffic_secret" && key.Value is { Length: 48 });
        Assert.Contains(shown.Records, static record => record.Nonce is { Length: 12 });
    }

    [Fact]
    public void The_key_schedule_names_where_each_secret_comes_from()
    {
        TracedConnection connection = SampleCapture.Decode("tls13");
        var names = connection.Keys.Select(static key => key.Name).ToHashSet();
        Assert.All(connection.Keys.SelectMany(static key => key.Sources), source => Assert.Contains(source, names));
        KeyStep traffic = connection.Keys.Single(static key => key.Name == "server_application_traffic_secret_0");
        Assert.Equal(["Main Secret"], traffic.Sources);
        Assert.Contains(traffic.Inputs, static input => input.Value == "tls13 s ap traffic");
        Assert.Contains(
            traffic.Inputs, static input => input.Name.StartsWith("Transcript-Hash", StringComparison.Ordinal) && input.Value.Length == 96);
    }

    private static void ExpectNested(Field field)
    {
        int end = field.Offset;
        foreach (Field child in field.Children)
        {
            Assert.True(child.Offset >= end, $"{child.Name} begins inside the field before it");
            end = child.Offset + child.Length;
            Assert.True(end <= field.Offset + field.Length, $"{child.Name} reaches past {field.Name}");
            Assert.False(child.IsFault, $"{field.Name}: {child.Value}");
            ExpectNested(child);
        }
    }
}
