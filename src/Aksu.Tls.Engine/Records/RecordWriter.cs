using System.Buffers;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Records;

/// <summary>Cuts content into records and protects them under the current key, straight into the output (one copy).</summary>
internal sealed class RecordWriter : IDisposable
{
    private RecordSealer? _sealer;

    /// <summary>Longest content of one record: our own setting or the peer's record_size_limit, whichever is smaller.</summary>
    public int MaxContent { get; private set; } = RecordLimits.MaxPlaintext;

    /// <summary>Protected records are filled up to a multiple of this many bytes; 0 for no padding (RFC 9846 §5.4).</summary>
    public int PaddingMultiple { get; set; }

    /// <summary>The version in the header of unprotected records: TLS 1.0 for a first ClientHello, TLS 1.2 after (RFC 9846 §5.1).</summary>
    public ProtocolVersion LegacyVersion { get; set; } = ProtocolVersion.Tls10;

    /// <summary>Records protected so far under the current key.</summary>
    public ulong RecordsUnderKey => _sealer?.SequenceNumber ?? 0;

    /// <summary>How many records the current key may protect.</summary>
    public ulong RecordLimit => _sealer?.RecordLimit ?? ulong.MaxValue;

    public void SetSealer(RecordSealer sealer)
    {
        _sealer?.Dispose();
        _sealer = sealer;
    }

    public void LimitContent(int maxContent) => MaxContent = Math.Min(MaxContent, maxContent);

    /// <summary>How many records a content of this length becomes.</summary>
    public ulong RecordsFor(int length) => Math.Max(1, ((ulong)length + (ulong)MaxContent - 1) / (ulong)MaxContent);

    /// <summary>How many of the next <paramref name="length"/> bytes of content fit into so many records.</summary>
    public int Fit(int length, ulong records) => records >= RecordsFor(length) ? length : (int)records * MaxContent;

    /// <summary>Writes content of any length as one or more records; an empty content is one empty record.</summary>
    public void Write(ContentType type, ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        if (type == ContentType.ApplicationData && content.Length > 1 && _sealer is { SplitsFirstByte: true })
        {
            WriteOne(type, content[..1], output);
            content = content[1..];
        }

        // An alert stays in one record (RFC 9846 §5.1); every limit that a peer can name has room for its two bytes.
        int maxContent = type == ContentType.Alert ? Math.Max(MaxContent, Alert.Length) : MaxContent;
        do
        {
            int length = Math.Min(content.Length, maxContent);
            WriteOne(type, content[..length], output);
            content = content[length..];
        }
        while (!content.IsEmpty);
    }

    /// <summary>Writes a record that stays unprotected whatever the key: change_cipher_spec of TLS 1.3 (RFC 9846 §5).</summary>
    public static void WriteUnprotected(ContentType type, ProtocolVersion version, ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        Span<byte> destination = output.GetSpan(RecordHeader.Size + content.Length);
        new RecordHeader(type, version, content.Length).Write(destination);
        content.CopyTo(destination[RecordHeader.Size..]);
        output.Advance(RecordHeader.Size + content.Length);
    }

    public void Dispose() => _sealer?.Dispose();

    private void WriteOne(ContentType type, ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        if (_sealer is not { } sealer)
        {
            WriteUnprotected(type, LegacyVersion, content, output);
            return;
        }

        // Past the limit only the alert that says goodbye goes out.
        if (sealer.SequenceNumber >= sealer.RecordLimit && type != ContentType.Alert)
        {
            throw Fault.WriteLimitReached();
        }

        int padding = sealer.CanPad ? PaddingFor(content.Length) : 0;
        Span<byte> destination = output.GetSpan(sealer.Overhead + content.Length + padding);
        output.Advance(sealer.Seal(type, content, padding, destination));
    }

    private int PaddingFor(int length)
    {
        if (PaddingMultiple == 0)
        {
            return 0;
        }

        int over = (length + 1) % PaddingMultiple;
        int wanted = over == 0 ? 0 : PaddingMultiple - over;
        return Math.Min(wanted, MaxContent - length);
    }
}
