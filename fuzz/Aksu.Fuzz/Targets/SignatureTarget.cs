using Aksu.Cryptography;
using Aksu.Fuzz.Memory;
using Aksu.Testing;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// Signatures and messages encrypted to a key, as a stranger sends them: every source has the same verdict, takes what another one made,
/// and refuses it when one bit was turned.
/// </summary>
internal static class SignatureTarget
{
    private const ushort Version = 0x0303;

    private static readonly KeyKind[] Kinds =
        [KeyKind.Rsa, KeyKind.EcP256, KeyKind.EcP384, KeyKind.EcP521, KeyKind.Ed25519, KeyKind.Ed448];

    // The same in every process: a corpus holds signatures by them.
    private static readonly byte[][] Pkcs8 = [.. Kinds.Select(static kind =>
    {
        using GeneratedKey generated = new DeterministicCryptographyProvider("signatures").GenerateKey(kind);
        return generated.Pkcs8.Span.ToArray();
    })];

    public static FuzzTarget Target { get; } = new("signatures", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        var input = new FuzzInput(bytes.Span);
        byte[] pkcs8 = Pkcs8[input.TakeByte() % Kinds.Length];
        using SigningKey reference = CryptographySources.Reference.ImportPrivateKey(pkcs8)!;
        SignatureAlgorithm[] algorithms = [.. Enum.GetValues<SignatureAlgorithm>().Where(reference.Supports)];
        SignatureAlgorithm algorithm = algorithms[input.TakeByte() % algorithms.Length];
        int turned = (input.TakeByte() << 8) | input.TakeByte();
        using var data = new GuardedMemory(input.TakeUpTo(input.TakeByte()));
        using VerificationKey referenceKey = CryptographySources.Reference.ImportPublicKey(reference.SubjectPublicKeyInfo.Span)!;
        bool expected = referenceKey.Verify(algorithm, data.GetSpan(), input.Rest);
        foreach (CryptographyProvider provider in CryptographySources.Others)
        {
            using SigningKey signing = provider.ImportPrivateKey(pkcs8)!;
            using VerificationKey key = provider.ImportPublicKey(reference.SubjectPublicKeyInfo.Span)!;
            if (key.Verify(algorithm, data.GetSpan(), input.Rest) != expected)
            {
                throw new FindException($"{algorithm}: the reference says {expected} of this signature.");
            }

            using var room = new GuardedMemory(new byte[signing.MaxSignatureSize]);
            int length = signing.Sign(algorithm, data.GetSpan(), room.GetSpan());
            using var signature = new GuardedMemory(room.GetSpan()[..length]);
            if (!key.Verify(algorithm, data.GetSpan(), signature.GetSpan())
                || !referenceKey.Verify(algorithm, data.GetSpan(), signature.GetSpan()))
            {
                throw new FindException($"{algorithm}: a signature that was made here is refused.");
            }

            signature.GetSpan()[turned % length] ^= (byte)(1 << (turned % 8));
            if (key.Verify(algorithm, data.GetSpan(), signature.GetSpan()))
            {
                throw new FindException($"{algorithm}: a signature that was changed is taken.");
            }

            if (signing.SupportsKeyTransport)
            {
                Transport(signing, key, input.Rest);
            }
        }
    }

    /// <summary>What was encrypted comes back, and a stranger's ciphertext gives some secret.</summary>
    private static void Transport(SigningKey signing, VerificationKey key, ReadOnlySpan<byte> ciphertext)
    {
        byte[] secret = [Version >> 8, Version & 0xff, .. new byte[46]];
        using var encrypted = new GuardedMemory(new byte[signing.KeySizeInBits / 8]);
        using var decrypted = new GuardedMemory(new byte[secret.Length]);
        int length = key.EncryptPreMasterSecret(secret, encrypted.GetSpan());
        signing.DecryptPreMasterSecret(encrypted.GetSpan()[..length], Version, decrypted.GetSpan());
        CryptographySources.Compare(secret, decrypted.GetSpan(), "a pre-master secret");
        signing.DecryptPreMasterSecret(ciphertext, Version, decrypted.GetSpan());
    }

    /// <summary>A signature of each kind and algorithm, and the head that leads to it.</summary>
    private static IEnumerable<byte[]> Seeds()
    {
        for (int kind = 0; kind < Kinds.Length; kind++)
        {
            using SigningKey key = CryptographySources.Reference.ImportPrivateKey(Pkcs8[kind])!;
            SignatureAlgorithm[] algorithms = [.. Enum.GetValues<SignatureAlgorithm>().Where(key.Supports)];
            for (int i = 0; i < algorithms.Length; i++)
            {
                byte[] data = "what is signed"u8.ToArray();
                byte[] signature = new byte[key.MaxSignatureSize];
                int length = key.Sign(algorithms[i], data, signature);
                yield return [(byte)kind, (byte)i, 0, 9, (byte)data.Length, .. data, .. signature[..length]];
            }
        }
    }
}
