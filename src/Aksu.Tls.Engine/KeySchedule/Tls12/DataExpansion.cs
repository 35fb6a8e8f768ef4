using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>P_hash, which expands a secret and a seed to any length (RFC 5246 §5).</summary>
internal static class DataExpansion
{
    /// <summary>Of label and seed together, with which everything but an exporter with a long context gets along.</summary>
    private const int UsualSize = 256;

    public static void Fill(
        HashFunction hash, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, Span<byte> output)
    {
        using Hmac hmac = hash.StartHmac(secret);
        int size = hmac.Size;
        int messageSize = size + label.Length + seed.Length;
        Span<byte> message = messageSize <= HashFunction.MaxSize + UsualSize
            ? stackalloc byte[HashFunction.MaxSize + UsualSize]
            : GC.AllocateUninitializedArray<byte>(messageSize, pinned: true);
        message = message[..messageSize];
        Span<byte> link = message[..size];
        label.CopyTo(message[size..]);
        seed.CopyTo(message[(size + label.Length)..]);
        Span<byte> block = stackalloc byte[HashFunction.MaxSize];
        try
        {
            hmac.Compute(message[size..], link);
            while (true)
            {
                hmac.Compute(message, block);
                int take = Math.Min(size, output.Length);
                block[..take].CopyTo(output);
                output = output[take..];
                if (output.IsEmpty)
                {
                    return;
                }

                hmac.Compute(link, link);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
            CryptographicOperations.ZeroMemory(block);
        }
    }
}
