using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Negotiation;

/// <summary>
/// What a client holds of a session in a store: 32 random bytes, from which come the name of the entry and the key that protects it. The
/// store learns neither, and the key serves one message only.
/// </summary>
internal static class SessionHandle
{
    public const int Length = 32;

    private const int TagSize = 16;
    private static readonly byte[] Nonce = new byte[12];

    /// <summary>Under what the session is kept.</summary>
    public static byte[] NameOf(ReadOnlySpan<byte> handle) => Digest("aksu session name"u8, handle);

    /// <summary>Encrypts a session.</summary>
    public static byte[] Seal(CryptographyProvider provider, ReadOnlySpan<byte> handle, ReadOnlySpan<byte> state)
    {
        byte[] result = new byte[state.Length + TagSize];
        using Aead aead = Cipher(provider, handle);
        aead.Seal(Nonce, state, result.AsSpan(0, state.Length), result.AsSpan(state.Length), associatedData: default);
        return result;
    }

    /// <summary>
    /// Decrypts what a store gave; null when it is anything else than what was kept under this handle. The caller wipes it.
    /// </summary>
    public static byte[]? TryOpen(CryptographyProvider provider, ReadOnlySpan<byte> handle, ReadOnlySpan<byte> kept)
    {
        if (kept.Length < TagSize)
        {
            return null;
        }

        byte[] state = new byte[kept.Length - TagSize];
        using Aead aead = Cipher(provider, handle);
        return aead.TryOpen(Nonce, kept[..^TagSize], kept[^TagSize..], state, associatedData: default) ? state : null;
    }

    private static Aead Cipher(CryptographyProvider provider, ReadOnlySpan<byte> handle)
    {
        AeadAlgorithm algorithm = provider.FindAead("AEAD_AES_256_GCM")
            ?? throw new InvalidOperationException("The provider has no AES-256-GCM, which protects stored sessions.");
        byte[] key = Digest("aksu session key"u8, handle);
        try
        {
            return algorithm.Create(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Digest(ReadOnlySpan<byte> label, ReadOnlySpan<byte> handle)
    {
        Span<byte> input = stackalloc byte[label.Length + Length];
        label.CopyTo(input);
        handle.CopyTo(input[label.Length..]);
        byte[] digest = SHA256.HashData(input);
        CryptographicOperations.ZeroMemory(input);
        return digest;
    }
}
