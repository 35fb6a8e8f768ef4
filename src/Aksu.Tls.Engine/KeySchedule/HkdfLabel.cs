using System.Buffers.Binary;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>HKDF-Expand-Label (RFC 9846 §7.1).</summary>
internal static class HkdfLabel
{
    /// <summary>Of label and context together, with which every derivation of the key schedule itself gets along.</summary>
    private const int UsualSize = 128;

    /// <summary>The lengths of output, label and context, and the prefix.</summary>
    private const int LengthsSize = 2 + 1 + 6 + 1;

    private const int MaxLabelSize = 255;
    private const int MaxContextSize = 255;

    /// <summary>Fills <paramref name="output"/> with HKDF-Expand-Label(secret, label, context, length of output).</summary>
    public static void Expand(
        HashFunction hash, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[SizeFor(label, context)];
        int infoLength = WriteInfo(info, label, context, output.Length);
        Hkdf.Expand(hash, secret, info[..infoLength], output);
    }

    /// <summary>The same with an HMAC that is keyed with the secret already, where one secret yields several outputs.</summary>
    public static void Expand(Hmac hmac, ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[SizeFor(label, context)];
        int infoLength = WriteInfo(info, label, context, output.Length);
        Hkdf.Expand(hmac, info[..infoLength], output);
    }

    private static int SizeFor(ReadOnlySpan<byte> label, ReadOnlySpan<byte> context) =>
        label.Length + context.Length <= UsualSize ? UsualSize + LengthsSize : MaxLabelSize + MaxContextSize + LengthsSize;

    private static int WriteInfo(Span<byte> info, ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, int outputLength)
    {
        ReadOnlySpan<byte> prefix = "tls13 "u8;
        BinaryPrimitives.WriteUInt16BigEndian(info, checked((ushort)outputLength));
        info[2] = checked((byte)(prefix.Length + label.Length));
        prefix.CopyTo(info[3..]);
        label.CopyTo(info[(3 + prefix.Length)..]);
        int at = 3 + prefix.Length + label.Length;
        info[at] = checked((byte)context.Length);
        context.CopyTo(info[(at + 1)..]);
        return at + 1 + context.Length;
    }
}
