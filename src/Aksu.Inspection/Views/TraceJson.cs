using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Views;

/// <summary>
/// A trace as JSON, in the form of docs/trace-format.md: members may be added, those that are there stay. What could end a script or begin
/// a tag is escaped, so that it may stand inside a page.
/// </summary>
public sealed class TraceJson
{
    /// <summary>The version of the form.</summary>
    public const int FormatVersion = 1;

    private readonly Utf8JsonWriter _writer;
    private readonly Action<Utf8JsonWriter, Phrase> _write;

    private TraceJson(Utf8JsonWriter writer, Action<Utf8JsonWriter, Phrase> write)
    {
        _writer = writer;
        _write = write;
    }

    /// <summary>Writes a trace with its explanations in one language.</summary>
    public static void Write(TlsTrace trace, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var options = new JsonWriterOptions { Indented = true, Encoder = Encoder };
        using var writer = new Utf8JsonWriter(output, options);
        Write(trace, writer, (json, phrase) => json.WriteStringValue(phrase.In(language)));
    }

    /// <summary>Escapes what HTML means something by, and leaves other scripts as they are.</summary>
    internal static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes a trace; how explanations are written is the caller's matter.</summary>
    internal static void Write(TlsTrace trace, Utf8JsonWriter writer, Action<Utf8JsonWriter, Phrase> write)
    {
        var json = new TraceJson(writer, write);
        writer.WriteStartObject();
        writer.WriteString("format", "aksu-trace");
        writer.WriteNumber("version", FormatVersion);
        writer.WriteString("source", trace.Source);
        json.Array("connections", trace.Connections, json.Connection);
        json.Array("documents", trace.Documents, json.Document);
        writer.WriteEndObject();
    }

    private static string NameOf(TlsSide side) => side == TlsSide.Client ? "client" : "server";

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    private void Connection(TracedConnection connection)
    {
        _writer.WriteStartObject();
        _writer.WriteString("client", connection.Client);
        _writer.WriteString("server", connection.Server);
        if (connection.Start is { } start)
        {
            _writer.WriteString("start", start);
        }
        else
        {
            _writer.WriteNull("start");
        }

        WriteAgreed(connection.Agreed);
        Array("steps", connection.Steps, step => Step(step, connection));
        Array("records", connection.Records, Record);
        Array("keys", connection.Keys, Key);
        Array("serverCertificates", connection.ServerCertificates, WriteCertificate);
        Array("clientCertificates", connection.ClientCertificates, WriteCertificate);
        WriteVerdict("serverVerdict", connection.ServerVerdict);
        WriteVerdict("clientVerdict", connection.ClientVerdict);
        Array("notes", connection.Notes, phrase => _write(_writer, phrase));
        _writer.WritePropertyName("failure");
        if (connection.Failure is { } failure)
        {
            _write(_writer, failure);
        }
        else
        {
            _writer.WriteNullValue();
        }

        _writer.WriteEndObject();
    }

    private void WriteAgreed(Agreed agreed)
    {
        _writer.WriteStartObject("agreed");
        _writer.WriteString("version", agreed.Version);
        _writer.WriteString("cipherSuite", agreed.CipherSuite);
        _writer.WriteString("group", agreed.Group);
        _writer.WriteString("signatureScheme", agreed.SignatureScheme);
        _writer.WriteString("serverName", agreed.ServerName);
        _writer.WriteString("applicationProtocol", agreed.ApplicationProtocol);
        _writer.WriteBoolean("resumed", agreed.IsResumed);
        _writer.WriteBoolean("retried", agreed.IsRetried);
        _writer.WriteBoolean("complete", agreed.IsComplete);
        _writer.WriteEndObject();
    }

    private void Step(TracedStep step, TracedConnection connection)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("number", step.Number);
        _writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString()));
        _writer.WriteString("name", step.Name);
        _writer.WritePropertyName("title");
        _write(_writer, Meanings.TitleOf(step));
        _writer.WriteString("sender", NameOf(step.Sender));
        _writer.WriteNumber("milliseconds", Math.Round(step.Time.TotalMilliseconds, 3));
        _writer.WritePropertyName("meaning");
        _write(_writer, Meanings.Of(step, connection));
        _writer.WriteNumber("length", step.Length);
        _writer.WriteString("bytes", Hex(step.Bytes));
        _writer.WriteString("protectedBy", step.ProtectedBy);
        Array("records", step.Records, _writer.WriteNumberValue);
        _writer.WritePropertyName("content");
        WriteField(step.Content);
        Array("findings", step.Findings, WriteFinding);
        Array("derived", step.Derived, _writer.WriteStringValue);
        _writer.WriteEndObject();
    }

    private void WriteField(Field field)
    {
        _writer.WriteStartObject();
        _writer.WriteString("name", field.Name);
        WriteWords("title", field.Title);
        _writer.WriteNumber("offset", field.Offset);
        _writer.WriteNumber("length", field.Length);
        _writer.WriteString("value", field.Value);
        WriteWords("text", field.Text);
        if (field.Meaning is { } meaning)
        {
            _writer.WritePropertyName("meaning");
            _write(_writer, meaning);
        }

        if (field.Section is { } section)
        {
            _writer.WriteString("section", section);
        }

        if (field.IsFault)
        {
            _writer.WriteBoolean("fault", true);
        }

        if (field.Children.Count > 0)
        {
            Array("fields", field.Children, WriteField);
        }

        _writer.WriteEndObject();
    }

    /// <summary>Nothing where it is the same in every language: the member in front of it says it already.</summary>
    private void WriteWords(string name, Phrase phrase)
    {
        if (phrase.English != phrase.Korean)
        {
            _writer.WritePropertyName(name);
            _write(_writer, phrase);
        }
    }

    private void WriteFinding(Finding finding)
    {
        _writer.WriteStartObject();
        _writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(finding.Outcome.ToString()));
        _writer.WritePropertyName("text");
        _write(_writer, finding.Text);
        _writer.WriteString("section", finding.Section);
        _writer.WriteEndObject();
    }

    private void Record(TracedRecord record)
    {
        _writer.WriteStartObject();
        _writer.WriteString("sender", NameOf(record.Sender));
        _writer.WriteNumber("milliseconds", Math.Round(record.Time.TotalMilliseconds, 3));
        _writer.WriteNumber("offset", record.Offset);
        _writer.WriteString("type", record.Type);
        _writer.WriteString("version", record.Version);
        _writer.WriteNumber("length", record.Length);
        _writer.WriteString("bytes", Hex(record.Bytes));
        _writer.WriteBoolean("protected", record.IsProtected);
        _writer.WriteString("key", record.Key);
        if (record.Sequence is { } sequence)
        {
            _writer.WriteNumber("sequence", sequence);
        }

        _writer.WriteString("innerType", record.InnerType);
        if (record.Nonce is { } nonce)
        {
            _writer.WriteString("nonce", Hex(nonce));
        }

        _writer.WriteEndObject();
    }

    private void Key(KeyStep key)
    {
        _writer.WriteStartObject();
        _writer.WriteString("name", key.Name);
        Array("sources", key.Sources, _writer.WriteStringValue);
        _writer.WriteString("function", key.Function);
        Array("inputs", key.Inputs, input =>
        {
            _writer.WriteStartObject();
            _writer.WriteString("name", input.Name);
            _writer.WriteString("value", input.Value);
            _writer.WriteEndObject();
        });
        _writer.WritePropertyName("meaning");
        _write(_writer, key.Meaning);
        _writer.WriteString("section", key.Section);
        _writer.WriteNumber("step", key.Step);
        if (key.Value is { } value)
        {
            _writer.WriteString("value", Hex(value));
        }

        _writer.WriteEndObject();
    }

    private void WriteCertificate(Certificate certificate)
    {
        _writer.WriteStartObject();
        _writer.WriteString("subject", certificate.Subject.ToString());
        _writer.WriteString("issuer", certificate.Issuer.ToString());
        _writer.WriteString("serial", certificate.SerialNumberText);
        _writer.WriteString("notBefore", certificate.NotBefore);
        _writer.WriteString("notAfter", certificate.NotAfter);
        _writer.WriteString("key", certificate.PublicKey.ToString());
        WriteWords("keyText", LibrarySentences.Of(certificate.PublicKey));
        _writer.WriteString("publicKey", Hex(certificate.SubjectPublicKeyInfo));
        _writer.WriteString("signatureAlgorithm", certificate.SignatureAlgorithmText);
        _writer.WriteString("sha256", certificate.FingerprintText);
        Array("names", certificate.SubjectAlternativeNames, name => _writer.WriteStringValue(name.ToString()));
        _writer.WriteEndObject();
    }

    private void WriteVerdict(string name, Verdict? verdict)
    {
        if (verdict is null)
        {
            _writer.WriteNull(name);
            return;
        }

        _writer.WriteStartObject(name);
        _writer.WriteBoolean("accepted", verdict.IsAccepted);
        _writer.WritePropertyName("reason");
        _write(_writer, LibrarySentences.Of(verdict.Reason));
        Array("checks", StoryBuilder.ChecksOf(verdict), check =>
        {
            _writer.WriteStartObject();
            _writer.WriteString("certificate", check.Certificate);
            _writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(check.Outcome.ToString()));
            _writer.WritePropertyName("check");
            _write(_writer, check.Name);
            _writer.WritePropertyName("detail");
            _write(_writer, check.Detail);
            _writer.WriteEndObject();
        });
        _writer.WriteEndObject();
    }

    private void Document(TracedDocument document)
    {
        _writer.WriteStartObject();
        _writer.WriteString("name", document.Name);
        _writer.WriteString("bytes", Hex(document.Bytes));
        _writer.WritePropertyName("content");
        WriteField(document.Content);
        _writer.WriteEndObject();
    }

    private void Array<T>(string name, IEnumerable<T> values, Action<T> write)
    {
        _writer.WriteStartArray(name);
        foreach (T value in values)
        {
            write(value);
        }

        _writer.WriteEndArray();
    }
}
