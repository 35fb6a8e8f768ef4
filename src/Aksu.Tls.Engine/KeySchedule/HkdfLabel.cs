using System.Buffers.Binary;
using System.Text;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>HKDF-Expand-Label (RFC 9846 §7.1).</summary>
internal static class HkdfLabel
{
    private const int MaxLabelSize = 255;
    private const int MaxContextSize = 255;

    /// <summary>Fills <paramref name="output"/> with HKDF-Expand-Label(secret, label, context, length of output).</summary>
    public static void Expand(
        HashFunction hash, ReadOnlySpan<byte> secret, string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[2 + 1 + MaxLabelSize + 1 + MaxContextSize];
        int infoLength = WriteInfo(info, label, context, output.Length);
        Hkdf.Expand(hash, secret, info[..infoLength], output);
    }

    /// <summary>The same with an HMAC that is keyed with the secret already, where one secret yields several outputs.</summary>
    public static void Expand(Hmac hmac, string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[2 + 1 + MaxLabelSize + 1 + MaxContextSize];
        int infoLength = WriteInfo(info, label, context, output.Length);
        Hkdf.Expand(hmac, info[..infoLength], output);
    }

    private static int WriteInfo(Span<byte> info, string label, ReadOnlySpan<byte> context, int outputLength)
    {
        const string Prefix = "tls13 ";
        BinaryPrimitives.WriteUInt16BigEndian(info, checked((ushort)outputLength));
        int labelLength = Encoding.ASCII.GetBytes(Prefix, info[3..]);
        labelLength += Encoding.ASCII.GetBytes(label, info[(3 + labelLength)..(2 + 1 + MaxLabelSize)]);
        info[2] = checked((byte)labelLength);
        int at = 3 + labelLength;
        info[at] = checked((byte)context.Length);
        context.CopyTo(info[(at + 1)..]);
        return at + 1 + context.Length;
    }
}
