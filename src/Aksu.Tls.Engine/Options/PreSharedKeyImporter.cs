using Aksu.Cryptography;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Options;

/// <summary>
/// Makes from one key that was agreed outside TLS the keys for its handshakes, one for each hash, so that no key serves two protocols or
/// two hashes (RFC 9258). Both sides import the same key with the same context. Thread-safe.
/// </summary>
public static class PreSharedKeyImporter
{
    private const int LongestField = 0xffff;

    // KDF identifiers (RFC 9258 §10): HKDF with the hash of a cipher suite.
    private static readonly (string HashName, ushort Kdf)[] Targets = [("SHA-256", 0x0001), ("SHA-384", 0x0002)];

    /// <summary>Imports a key.</summary>
    /// <param name="identity">
    /// What both sides call the key; at least 1 byte, and at most 65,527 together with the context; sent in the clear.
    /// </param>
    /// <param name="key">The key: at least 16 bytes with full entropy. It is copied from.</param>
    /// <param name="context">What both sides know of the purpose, such as their roles; may be empty; sent in the clear.</param>
    /// <param name="provider">Where the hashes come from.</param>
    /// <param name="hashName">The hash that the key was made for; <c>SHA-256</c> where nothing was said about it (RFC 9258 §5.1).</param>
    /// <returns>
    /// One key for each hash of TLS 1.3, for <see cref="HandshakeOptions.PreSharedKeys"/>. The caller disposes of their secrets.
    /// </returns>
    /// <exception cref="ArgumentException">The identity is empty, a field is too long, or the provider does not have the hash.</exception>
    public static IReadOnlyList<ExternalPreSharedKey> Import(
        ReadOnlySpan<byte> identity, Secret key, ReadOnlySpan<byte> context, CryptographyProvider provider, string hashName = "SHA-256")
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(provider);
        HashFunction hash = provider.FindHash(hashName)
            ?? throw new ArgumentException($"The provider has no {hashName}.", nameof(hashName));
        using var extracted = new Secret(hash.Size);
        Hkdf.Extract(hash, salt: default, key.Span, extracted.Span);
        var imported = new List<ExternalPreSharedKey>(Targets.Length);
        foreach ((string targetName, ushort kdf) in Targets)
        {
            if (provider.FindHash(targetName) is { } target)
            {
                byte[] importedIdentity = ImportedIdentity(identity, context, kdf);
                imported.Add(new ExternalPreSharedKey(importedIdentity, Derive(hash, extracted, importedIdentity, target.Size), targetName)
                {
                    IsImported = true,
                });
            }
        }

        return imported;
    }

    // ImportedIdentity (RFC 9258 §5.1).
    private static byte[] ImportedIdentity(ReadOnlySpan<byte> identity, ReadOnlySpan<byte> context, ushort kdf)
    {
        if (identity.IsEmpty || identity.Length + context.Length + (4 * sizeof(ushort)) > LongestField)
        {
            throw new ArgumentException(
                "An identity has at least one byte, and at most 65,527 together with the context.", nameof(identity));
        }

        using var writer = new WireWriter();
        using (writer.Vector16())
        {
            writer.WriteBytes(identity);
        }

        using (writer.Vector16())
        {
            writer.WriteBytes(context);
        }

        writer.WriteUInt16(ProtocolVersion.Tls13.Value);
        writer.WriteUInt16(kdf);
        return writer.WrittenSpan.ToArray();
    }

    private static Secret Derive(HashFunction hash, Secret extracted, ReadOnlySpan<byte> importedIdentity, int length)
    {
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        hash.Hash(importedIdentity, digest);
        var derived = new Secret(length);
        HkdfLabel.Expand(hash, extracted.Span, "derived psk"u8, digest[..hash.Size], derived.Span);
        return derived;
    }
}
