using System.Security.Cryptography;

namespace Aksu.Pki.Transparency;

/// <summary>A certificate transparency log that one believes (RFC 6962). Immutable and thread-safe.</summary>
public sealed class TransparencyLog
{
    /// <summary>A log with this key.</summary>
    /// <param name="name">Its name for people.</param>
    /// <param name="subjectPublicKeyInfo">Its key, DER SubjectPublicKeyInfo.</param>
    /// <exception cref="CertificateException">The key is malformed.</exception>
    public TransparencyLog(string name, ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        Name = name;
        Key = PublicKeyInfo.Parse(subjectPublicKeyInfo);
        Id = SHA256.HashData(subjectPublicKeyInfo);
    }

    /// <summary>Its name for people.</summary>
    public string Name { get; }

    /// <summary>Its key.</summary>
    public PublicKeyInfo Key { get; }

    /// <summary>SHA-256 of its key (RFC 6962 §3.2).</summary>
    public ReadOnlyMemory<byte> Id { get; }
}
