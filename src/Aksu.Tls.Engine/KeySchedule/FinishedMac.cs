using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The code of Finished messages and PSK binders (RFC 9846 §4.5.3, §4.3.11.2).</summary>
internal static class FinishedMac
{
    public static Span<byte> Compute(
        HashFunction hash, scoped ReadOnlySpan<byte> baseKey, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        Span<byte> key = stackalloc byte[HashFunction.MaxSize];
        key = key[..hash.Size];
        HkdfLabel.Expand(hash, baseKey, "finished", [], key);
        hash.Hmac(key, transcriptHash, destination[..hash.Size]);
        CryptographicOperations.ZeroMemory(key);
        return destination[..hash.Size];
    }
}
