using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>
/// The pseudorandom function of TLS 1.1 and 1.0: one half of the secret through MD5, the other through SHA-1 (RFC 2246 §5).
/// </summary>
internal sealed class Md5Sha1Function(HashFunction md5, HashFunction sha1) : PseudorandomFunction
{
    public override HashFunction TranscriptHash { get; } = new Md5Sha1Hash(md5, sha1);

    protected override void Fill(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, Span<byte> output)
    {
        // The halves share the middle byte of a secret of odd length.
        int half = (secret.Length + 1) / 2;
        byte[] second = new byte[output.Length];
        try
        {
            DataExpansion.Fill(md5, secret[..half], label, seed, output);
            DataExpansion.Fill(sha1, secret[^half..], label, seed, second);
            for (int i = 0; i < second.Length; i++)
            {
                output[i] ^= second[i];
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(second);
        }
    }
}
