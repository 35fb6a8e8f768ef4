using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>P_hash, which expands a secret and a seed to any length (RFC 5246 §5).</summary>
internal static class DataExpansion
{
    public static void Fill(
        HashFunction hash, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, Span<byte> output)
    {
        using Hmac hmac = hash.StartHmac(secret);
        int size = hmac.Size;
        Span<byte> link = stackalloc byte[HashFunction.MaxSize];
        Span<byte> block = stackalloc byte[HashFunction.MaxSize];
        try
        {
            hmac.Append(label);
            hmac.Append(seed);
            hmac.Finish(link);
            while (!output.IsEmpty)
            {
                hmac.Append(link[..size]);
                hmac.Append(label);
                hmac.Append(seed);
                hmac.Finish(block);
                int take = Math.Min(size, output.Length);
                block[..take].CopyTo(output);
                output = output[take..];
                hmac.Append(link[..size]);
                hmac.Finish(link);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(link);
            CryptographicOperations.ZeroMemory(block);
        }
    }
}
