using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Differential;

/// <summary>
/// The default provider's AES-GCM against the platform's: texts of every length up to 1100 and some longer, and a changed bit each.
/// </summary>
internal static class AesGcmRun
{
    private const int LongestOften = 1100;
    private const int LongestSeldom = 40_000;
    private const int LongestAssociated = 64;

    /// <summary>How many inputs came out differently.</summary>
    public static long Run(long inputs, Random random)
    {
        long wrong = 0;
        byte[] text = new byte[LongestSeldom];
        byte[] expected = new byte[LongestSeldom];
        byte[] ours = new byte[LongestSeldom];
        byte[] nonce = new byte[12];
        byte[] associated = new byte[LongestAssociated];
        byte[] expectedTag = new byte[16];
        byte[] tag = new byte[16];
        for (long i = 0; i < inputs; i++)
        {
            bool isLong = i % 512 == 0;
            int length = isLong ? random.Next(LongestSeldom) : (int)(i % (LongestOften + 1));
            byte[] key = new byte[random.Next(2) == 0 ? 16 : 32];
            random.NextBytes(key);
            random.NextBytes(nonce);
            random.NextBytes(associated);
            random.NextBytes(text.AsSpan(0, length));
            Span<byte> aad = associated.AsSpan(0, random.Next(LongestAssociated + 1));
            using var platform = new AesGcm(key, 16);
            using Aead aead = CryptographyProvider.Default
                .FindAead(key.Length == 16 ? "AEAD_AES_128_GCM" : "AEAD_AES_256_GCM")!.Create(key);
            platform.Encrypt(nonce, text.AsSpan(0, length), expected.AsSpan(0, length), expectedTag, aad);
            aead.Seal(nonce, text.AsSpan(0, length), ours.AsSpan(0, length), tag, aad);
            bool isRight = ours.AsSpan(0, length).SequenceEqual(expected.AsSpan(0, length)) && tag.AsSpan().SequenceEqual(expectedTag)
                && aead.TryOpen(nonce, ours.AsSpan(0, length), tag, ours.AsSpan(0, length), aad)
                && ours.AsSpan(0, length).SequenceEqual(text.AsSpan(0, length));

            // The last byte apart, as a record's content type is.
            if (length > 0)
            {
                aead.Seal(nonce, text.AsSpan(0, length - 1), text[length - 1], ours.AsSpan(0, length), tag, aad);
                isRight &= ours.AsSpan(0, length).SequenceEqual(expected.AsSpan(0, length)) && tag.AsSpan().SequenceEqual(expectedTag);
            }

            // One bit of all that is authenticated.
            int bit = random.Next(8 * (length + tag.Length));
            Span<byte> changed = bit < 8 * length ? expected : tag;
            int at = bit < 8 * length ? bit : bit - (8 * length);
            changed[at / 8] ^= (byte)(1 << (at % 8));
            isRight &= !aead.TryOpen(nonce, expected.AsSpan(0, length), tag, ours.AsSpan(0, length), aad);
            wrong += isRight ? 0 : 1;
        }

        return wrong;
    }
}
