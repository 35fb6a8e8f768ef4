using System.Buffers.Binary;

namespace Aksu.Tls.Negotiation;

/// <summary>The SignedCertificateTimestampList of the TLS extension (RFC 6962 §3.3).</summary>
internal static class TimestampList
{
    /// <summary>Joins timestamps into the list they came from; empty for none.</summary>
    public static ReadOnlyMemory<byte> Encode(IReadOnlyList<ReadOnlyMemory<byte>> timestamps)
    {
        if (timestamps.Count == 0)
        {
            return default;
        }

        int length = timestamps.Sum(static timestamp => sizeof(ushort) + timestamp.Length);
        byte[] list = new byte[sizeof(ushort) + length];
        BinaryPrimitives.WriteUInt16BigEndian(list, checked((ushort)length));
        int at = sizeof(ushort);
        foreach (ReadOnlyMemory<byte> timestamp in timestamps)
        {
            BinaryPrimitives.WriteUInt16BigEndian(list.AsSpan(at), checked((ushort)timestamp.Length));
            timestamp.Span.CopyTo(list.AsSpan(at + sizeof(ushort)));
            at += sizeof(ushort) + timestamp.Length;
        }

        return list;
    }
}
