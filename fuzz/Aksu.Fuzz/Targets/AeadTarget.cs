using Aksu.Cryptography;
using Aksu.Cryptography.Vectorized;
using Aksu.Fuzz.Memory;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// Authenticated ciphers: every variant seals as the reference does, opens what was sealed and nothing that was changed, and touches no
/// byte beside its inputs and outputs.
/// </summary>
internal static class AeadTarget
{
    public static FuzzTarget Target { get; } = new("aeads", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        var input = new FuzzInput(bytes.Span);
        IReadOnlyList<AeadAlgorithm> references = CryptographySources.Reference.Aeads;
        AeadAlgorithm reference = references[input.TakeByte() % references.Count];
        byte[] key = input.Take(reference.KeySize);
        byte[] nonce = input.Take(reference.NonceSize);
        byte suffix = input.TakeByte();
        int turned = (input.TakeByte() << 8) | input.TakeByte();
        using var associated = new GuardedMemory(input.TakeUpTo(input.TakeByte()));
        ReadOnlySpan<byte> plaintext = input.Rest;
        byte[] sealedText = new byte[plaintext.Length + 1];
        byte[] tag = new byte[reference.TagSize];
        using (Aead aead = reference.Create(key))
        {
            aead.Seal(nonce, [.. plaintext, suffix], sealedText, tag, associated.GetSpan());
        }

        IEnumerable<AeadAlgorithm> all = CryptographySources.Others.Select(provider => provider.FindAead(reference.Name)!)
            .Concat(VectorAeads.AllVariants().Where(variant => variant.Name == reference.Name));
        foreach (AeadAlgorithm algorithm in all)
        {
            using Aead aead = algorithm.Create(key);
            using var ciphertext = new GuardedMemory(new byte[sealedText.Length]);
            using var ownTag = new GuardedMemory(new byte[tag.Length]);
            aead.Seal(nonce, plaintext, suffix, ciphertext.GetSpan(), ownTag.GetSpan(), associated.GetSpan());
            CryptographySources.Compare(sealedText, ciphertext.GetSpan(), "a ciphertext");
            CryptographySources.Compare(tag, ownTag.GetSpan(), "a tag");
            Open(aead, nonce, ciphertext, ownTag, associated, [.. plaintext, suffix], turned);
        }
    }

    private static void Open(
        Aead aead,
        byte[] nonce,
        GuardedMemory ciphertext,
        GuardedMemory tag,
        GuardedMemory associated,
        ReadOnlySpan<byte> plaintext,
        int turned)
    {
        using var opened = new GuardedMemory(new byte[plaintext.Length]);
        if (!aead.TryOpen(nonce, ciphertext.GetSpan(), tag.GetSpan(), opened.GetSpan(), associated.GetSpan()))
        {
            throw new FindException("What was sealed does not open.");
        }
        CryptographySources.Compare(plaintext, opened.GetSpan(), "a plaintext");

        // One bit of all of them is turned, and in place.
        turned %= 8 * (plaintext.Length + tag.GetSpan().Length + associated.GetSpan().Length);
        Span<byte> place = [];
        foreach (GuardedMemory memory in (GuardedMemory[])[ciphertext, tag, associated])
        {
            place = memory.GetSpan();
            if (turned < 8 * place.Length)
            {
                break;
            }
            turned -= 8 * place.Length;
        }
        place[turned / 8] ^= (byte)(1 << (turned % 8));
        bool isOpened = aead.TryOpen(nonce, ciphertext.GetSpan(), tag.GetSpan(), ciphertext.GetSpan(), associated.GetSpan());
        place[turned / 8] ^= (byte)(1 << (turned % 8));
        if (isOpened)
        {
            throw new FindException("What was changed opens.");
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        int[] lengths = [0, 1, 15, 16, 17, 100, 255, 256, 257, 511, 1023];
        for (int i = 0; i < CryptographySources.Reference.Aeads.Count * lengths.Length; i++)
        {
            byte[] seed = new byte[64 + lengths[i % lengths.Length]];
            new Random(i).NextBytes(seed);
            seed[0] = (byte)(i / lengths.Length);
            yield return seed;
        }
    }
}
