using Aksu.Inspection.Captures;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Inputs;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection;

/// <summary>
/// Decodes what it is given: a capture, records, handshake messages or certificates, as bytes, hexadecimal digits or PEM.
/// </summary>
public static class Inspector
{
    /// <summary>The longest input, in bytes.</summary>
    public const int MaxInput = CaptureLimits.MaxInput;

    /// <summary>Decodes a file whose form is not known.</summary>
    /// <param name="input">The whole file.</param>
    /// <param name="source">Its name, for the trace.</param>
    /// <param name="options">Keys, and what may be shown.</param>
    /// <exception cref="UnreadableInputException">It is nothing that is understood here, or damaged.</exception>
    public static TlsTrace Read(ReadOnlyMemory<byte> input, string source, TraceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (input.Length > MaxInput)
        {
            throw new UnreadableInputException(InputTexts.TooLong.With(MaxInput >> 20));
        }

        if (input.IsEmpty)
        {
            throw new UnreadableInputException(InputTexts.Empty);
        }

        if (CaptureReader.Is(input.Span))
        {
            return FromCapture(CaptureReader.Read(input), source, options);
        }

        if (PemDocuments.Is(input.Span))
        {
            return FromDocuments(PemDocuments.Read(input.Span), source);
        }

        return FromBytes(HexText.TryRead(input.Span) ?? input, source, options);
    }

    /// <summary>Decodes one conversation.</summary>
    /// <param name="conversation">What was said.</param>
    /// <param name="source">Where it comes from, for the trace.</param>
    /// <param name="options">Keys, and what may be shown.</param>
    /// <param name="outcome">What only those who took part know; null for nothing.</param>
    public static TlsTrace Read(Conversation conversation, string source, TraceOptions options, ConnectionOutcome? outcome = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(options);
        return new TlsTrace { Source = source, Connections = [ConnectionDecoder.Decode(conversation, options, outcome)] };
    }

    private static TlsTrace FromCapture(List<Conversation> conversations, string source, TraceOptions options)
    {
        TracedConnection[] connections = [.. conversations
            .Select(conversation => ConnectionDecoder.Decode(conversation, options))
            .Where(static connection => connection.IsTls)];
        return connections.Length > 0
            ? new TlsTrace { Source = source, Connections = connections }
            : throw new UnreadableInputException(conversations.Count == 0 ? InputTexts.NoConnection : InputTexts.NoTls);
    }

    private static TlsTrace FromBytes(ReadOnlyMemory<byte> bytes, string source, TraceOptions options)
    {
        if (RawBytes.IsRecords(bytes.Span))
        {
            return Read(RawBytes.FromRecords(bytes), source, options);
        }

        if (RawBytes.IsDer(bytes.Span) && PemDocuments.Document("CERTIFICATE", bytes.ToArray()) is { Content.IsFault: false } document)
        {
            return FromDocuments([document], source);
        }

        return RawBytes.IsMessages(bytes.Span)
            ? Read(RawBytes.FromMessages(bytes.Span), source, options)
            : throw new UnreadableInputException(InputTexts.Unknown);
    }

    private static TlsTrace FromDocuments(List<TracedDocument> documents, string source) =>
        new() { Source = source, Connections = [], Documents = documents };
}
