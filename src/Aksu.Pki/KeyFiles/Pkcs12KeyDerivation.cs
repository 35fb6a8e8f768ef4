using System.Security.Cryptography;
using System.Text;

namespace Aksu.Pki.KeyFiles;

/// <summary>The key derivation of PKCS#12 (RFC 7292 appendix B).</summary>
internal static class Pkcs12KeyDerivation
{
    /// <summary>What the derived bytes are for; the number goes into the computation.</summary>
    public enum Purpose : byte
    {
        Key = 1,
        Vector = 2,
        Mac = 3,
    }

    /// <summary>The password as a BMPString with a terminating zero (appendix B.1).</summary>
    public static byte[] Password(string passphrase)
    {
        byte[] password = new byte[2 * passphrase.Length + 2];
        Encoding.BigEndianUnicode.GetBytes(passphrase, password);
        return password;
    }

    public static byte[] Derive(HashAlgorithmName hash, Purpose purpose, ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt,
        int iterations, int length)
    {
        int blockLength = hash == HashAlgorithmName.SHA384 || hash == HashAlgorithmName.SHA512 ? 128 : 64;
        byte[] input = new byte[blockLength + RoundUp(salt.Length, blockLength) + RoundUp(password.Length, blockLength)];
        input.AsSpan(0, blockLength).Fill((byte)purpose);
        Span<byte> variable = input.AsSpan(blockLength);
        Repeat(salt, variable[..RoundUp(salt.Length, blockLength)]);
        Repeat(password, variable[RoundUp(salt.Length, blockLength)..]);

        byte[] result = new byte[length];
        int filled = 0;
        while (true)
        {
            byte[] block = CryptographicOperations.HashData(hash, input);
            for (int i = 1; i < iterations; i++)
            {
                CryptographicOperations.HashData(hash, block, block);
            }

            int taken = Math.Min(block.Length, length - filled);
            block.AsSpan(0, taken).CopyTo(result.AsSpan(filled));
            filled += taken;
            if (filled == length)
            {
                CryptographicOperations.ZeroMemory(input);
                CryptographicOperations.ZeroMemory(block);
                return result;
            }

            for (int offset = 0; offset < variable.Length; offset += blockLength)
            {
                AddOne(variable.Slice(offset, blockLength), block);
            }
        }
    }

    /// <summary>I := (I + B + 1) mod 2^v, with B repeated over the block.</summary>
    private static void AddOne(Span<byte> target, ReadOnlySpan<byte> block)
    {
        int carry = 1;
        for (int i = target.Length - 1; i >= 0; i--)
        {
            carry += target[i] + block[i % block.Length];
            target[i] = (byte)carry;
            carry >>= 8;
        }
    }

    private static void Repeat(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = source[i % source.Length];
        }
    }

    private static int RoundUp(int length, int blockLength) => (length + blockLength - 1) / blockLength * blockLength;
}
