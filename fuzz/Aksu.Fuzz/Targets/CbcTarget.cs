using Aksu.Cryptography;
using Aksu.Fuzz.Memory;

namespace Aksu.Fuzz.Targets;

/// <summary>Block ciphers in CBC mode: the same from every source, and back to what they were.</summary>
internal static class CbcTarget
{
    public static FuzzTarget Target { get; } = new("cbc", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        var input = new FuzzInput(bytes.Span);
        IReadOnlyList<CbcAlgorithm> references = CryptographySources.Reference.CbcCiphers;
        CbcAlgorithm reference = references[input.TakeByte() % references.Count];
        byte[] key = input.Take(reference.KeySize);
        using var vector = new GuardedMemory(input.Take(reference.BlockSize));
        byte[] plaintext = input.Rest[..(input.Rest.Length / reference.BlockSize * reference.BlockSize)].ToArray();
        byte[] ciphertext = [.. plaintext];
        byte[] deciphered = [.. plaintext];
        using (CbcCipher cipher = reference.Create(key))
        {
            cipher.Encrypt(vector.GetSpan(), ciphertext);
            cipher.Decrypt(vector.GetSpan(), deciphered);
        }

        foreach (CryptographyProvider provider in CryptographySources.Others)
        {
            using CbcCipher cipher = provider.FindCbcCipher(reference.Name)!.Create(key);
            using var blocks = new GuardedMemory(plaintext);
            cipher.Encrypt(vector.GetSpan(), blocks.GetSpan());
            CryptographySources.Compare(ciphertext, blocks.GetSpan(), "a ciphertext");
            cipher.Decrypt(vector.GetSpan(), blocks.GetSpan());
            CryptographySources.Compare(plaintext, blocks.GetSpan(), "a plaintext");
            cipher.Decrypt(vector.GetSpan(), blocks.GetSpan());
            CryptographySources.Compare(deciphered, blocks.GetSpan(), "what was deciphered");
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        for (int i = 0; i < 4 * CryptographySources.Reference.CbcCiphers.Count; i++)
        {
            byte[] seed = new byte[49 + (i % 4 * 32)];
            new Random(i).NextBytes(seed);
            seed[0] = (byte)(i / 4);
            yield return seed;
        }
    }
}
