using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>HKDF-Expand-Label and Derive-Secret (RFC 9846 §7.1), over one HMAC that is started once for each secret.</summary>
internal static class HkdfLabel
{
    private const int MaxLabelSize = 255;
    private const int MaxContextSize = 255;

    /// <summary>Fills <paramref name="output"/> with HKDF-Expand-Label(secret, label, context, length of output).</summary>
    public static void Expand(
        HashFunction hash, ReadOnlySpan<byte> secret, string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        using Hmac hmac = hash.StartHmac(secret);
        Expand(hmac, label, context, output);
    }

    /// <summary>The same under an HMAC that the caller keeps for several labels.</summary>
    public static void Expand(Hmac hmac, string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[2 + 1 + MaxLabelSize + 1 + MaxContextSize];
        int infoLength = WriteInfo(info, label, context, output.Length);
        Span<byte> block = stackalloc byte[HashFunction.MaxSize];
        int size = hmac.Size;
        byte counter = 0;
        for (int done = 0; done < output.Length;)
        {
            if (counter > 0)
            {
                hmac.Append(block[..size]);
            }

            hmac.Append(info[..infoLength]);
            hmac.Append([checked(++counter)]);
            hmac.Finish(block);
            int take = Math.Min(size, output.Length - done);
            block[..take].CopyTo(output[done..]);
            done += take;
        }

        CryptographicOperations.ZeroMemory(block);
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
