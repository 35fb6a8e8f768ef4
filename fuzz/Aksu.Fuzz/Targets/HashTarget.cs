using Aksu.Cryptography;
using Aksu.Fuzz.Memory;

namespace Aksu.Fuzz.Targets;

/// <summary>Hash functions, HMAC and HKDF: the same from every source, whatever the pieces in which a message comes.</summary>
internal static class HashTarget
{
    public static FuzzTarget Target { get; } = new("hashes", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        var input = new FuzzInput(bytes.Span);
        HashFunction[] references = [.. CryptographySources.Reference.Hashes, .. CryptographySources.Reference.LegacyHashes];
        HashFunction reference = references[input.TakeByte() % references.Length];
        int piece = 1 + input.TakeByte();
        int outputLength = Math.Min(input.TakeByte() * 64, 255 * reference.Size);
        using var key = new GuardedMemory(input.TakeUpTo(input.TakeByte()));
        ReadOnlySpan<byte> message = input.Rest;
        byte[] digest = new byte[reference.Size];
        reference.Hash(message, digest);
        byte[] code = new byte[reference.Size];
        reference.Hmac(key.GetSpan(), message, code);
        byte[] output = new byte[outputLength];
        reference.HkdfExpand(key.GetSpan(), message, output);

        foreach (CryptographyProvider provider in CryptographySources.Others)
        {
            HashFunction hash = provider.FindHash(reference.Name) ?? provider.FindLegacyHash(reference.Name)!;
            using var result = new GuardedMemory(new byte[hash.Size]);
            hash.Hash(message, result.GetSpan());
            CryptographySources.Compare(digest, result.GetSpan(), "a digest");
            RunInPieces(hash, message, piece, digest, result.GetSpan());

            hash.Hmac(key.GetSpan(), message, result.GetSpan());
            CryptographySources.Compare(code, result.GetSpan(), "a code");
            using Hmac hmac = hash.StartHmac(key.GetSpan());
            for (int twice = 0; twice < 2; twice++)
            {
                hmac.Compute(message, result.GetSpan());
                CryptographySources.Compare(code, result.GetSpan(), "a code at once");
                for (int at = 0; at < message.Length; at += piece)
                {
                    hmac.Append(message.Slice(at, Math.Min(piece, message.Length - at)));
                }
                hmac.Finish(result.GetSpan());
                CryptographySources.Compare(code, result.GetSpan(), "a code in pieces");
            }

            using var expanded = new GuardedMemory(new byte[outputLength]);
            hash.HkdfExpand(key.GetSpan(), message, expanded.GetSpan());
            CryptographySources.Compare(output, expanded.GetSpan(), "what a key was expanded to");
        }
    }

    /// <summary>Halfway a copy goes on beside the original; looking at either in between changes nothing.</summary>
    private static void RunInPieces(HashFunction hash, ReadOnlySpan<byte> message, int piece, byte[] digest, Span<byte> result)
    {
        using RunningHash running = hash.Start();
        RunningHash? copy = null;
        try
        {
            for (int at = 0; at < message.Length; at += piece)
            {
                ReadOnlySpan<byte> part = message.Slice(at, Math.Min(piece, message.Length - at));
                if (copy is null && at >= message.Length / 2)
                {
                    running.Peek(result);
                    copy = running.Fork();
                }
                running.Append(part);
                copy?.Append(part);
            }

            running.Peek(result);
            CryptographySources.Compare(digest, result, "a digest in pieces");
            (copy ?? running).Peek(result);
            CryptographySources.Compare(digest, result, "a copy's digest");
        }
        finally
        {
            copy?.Dispose();
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        int[] lengths = [4, 36, 67, 68, 132, 260, 600];
        for (int i = 0; i < 5 * lengths.Length; i++)
        {
            byte[] seed = new byte[lengths[i % lengths.Length]];
            new Random(i).NextBytes(seed);
            seed[0] = (byte)(i / lengths.Length);
            yield return seed;
        }
    }
}
