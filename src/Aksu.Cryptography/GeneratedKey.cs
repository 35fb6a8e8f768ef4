namespace Aksu.Cryptography;

/// <summary>A fresh key pair: the key that signs, and its PKCS#8 form to store. Disposing wipes both.</summary>
public sealed class GeneratedKey(SigningKey key, Secret pkcs8) : IDisposable
{
    /// <summary>The key; valid until this object is disposed of.</summary>
    public SigningKey Key { get; } = key;

    /// <summary>DER PKCS#8 PrivateKeyInfo; valid until this object is disposed of.</summary>
    public Secret Pkcs8 { get; } = pkcs8;

    /// <inheritdoc/>
    public void Dispose()
    {
        Key.Dispose();
        Pkcs8.Dispose();
    }
}
