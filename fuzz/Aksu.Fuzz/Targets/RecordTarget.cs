using System.Buffers;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Fuzz.Targets;

/// <summary>Unprotected records (RFC 9846 §5.1): the same records come out, whatever the pieces in which the bytes arrive.</summary>
internal static class RecordTarget
{
    public static FuzzTarget Target { get; } = new("records", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<byte> bytes = input.Span[1..];
        string whole = Read(bytes, bytes.Length);
        string pieces = Read(bytes, 1 + input.Span[0]);
        if (whole != pieces)
        {
            throw new FindException($"Whole: {whole}; in pieces: {pieces}.");
        }
    }

    /// <summary>What came out, in words: each record, and how it ended.</summary>
    private static string Read(ReadOnlySpan<byte> bytes, int piece)
    {
        using var reader = new RecordReader();
        byte[] copy = bytes.ToArray();
        var told = new System.Text.StringBuilder();
        int start = 0;
        int end = 0;
        try
        {
            while (true)
            {
                if (reader.TryRead(copy.AsSpan(start, end - start), default, out int consumed, out InboundRecord record))
                {
                    told.Append($"{record.Type.Value}:{Convert.ToHexString(record.Content)} ");
                }
                else if (consumed == 0)
                {
                    if (end == copy.Length)
                    {
                        return told.Append($"waits at {start}").ToString();
                    }

                    end = Math.Min(copy.Length, end + piece);
                }

                start += consumed;
            }
        }
        catch (TlsException e)
        {
            return told.Append(e.Reason).ToString();
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write<byte>([7]);
        RecordWriter.WriteUnprotected(ContentType.Handshake, ProtocolVersion.Tls10, [1, 0, 0, 2, 3, 4], output);
        RecordWriter.WriteUnprotected(ContentType.ChangeCipherSpec, ProtocolVersion.Tls12, [1], output);
        RecordWriter.WriteUnprotected(ContentType.Alert, ProtocolVersion.Tls12, [2, 40], output);
        yield return output.WrittenSpan.ToArray();
        yield return [1, 0x80, 0x2e, 1, 3, 1, 0, 0x15, 0, 0, 0, 0x10];
        yield return [3, .. "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8];
        yield return [255, 22, 3, 1, 0x40, 0, .. new byte[0x4000], 23, 3, 3, 0, 0];
    }
}
