using Aksu.Cryptography;
using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Options;

/// <summary>A key that both sides agreed on outside TLS (RFC 9846 §4.3.11). Does not own the secret.</summary>
/// <param name="Identity">What tells the key to the peer; sent in the clear; 1 to 65,535 bytes.</param>
/// <param name="Key">The key: at least 16 bytes with full entropy; a password is not enough (RFC 9257 §6).</param>
/// <param name="HashName">The hash that the key is bound to: <c>SHA-256</c> or <c>SHA-384</c>.</param>
public sealed record ExternalPreSharedKey(ReadOnlyMemory<byte> Identity, Secret Key, string HashName = "SHA-256")
{
    private const int ShortestKey = 16;

    /// <summary>
    /// Whether <see cref="PreSharedKeyImporter"/> made it: bound to TLS 1.3, to its hash and to a context (RFC 9258). Older versions do not
    /// use it.
    /// </summary>
    public bool IsImported { get; internal init; }

    /// <summary>
    /// Whether the key may have fewer bytes than is safe, and the identity none, as TLS 1.2 has it: for tests of others, whose keys are
    /// given.
    /// </summary>
    internal bool IsLax { get; init; }

    /// <summary>Which binder proves it.</summary>
    internal PskOrigin Origin => IsImported ? PskOrigin.Imported : PskOrigin.External;

    /// <exception cref="ArgumentException">The key cannot be used.</exception>
    internal void Validate()
    {
        if (Identity.Length > ushort.MaxValue || (Identity.IsEmpty && !IsLax))
        {
            throw new ArgumentException("The identity of a pre-shared key has 1 to 65,535 bytes.");
        }

        if (Key.Length < ShortestKey && !IsLax)
        {
            throw new ArgumentException($"A pre-shared key has at least {ShortestKey} bytes.");
        }

        if (HashName is not ("SHA-256" or "SHA-384"))
        {
            throw new ArgumentException("A pre-shared key is bound to SHA-256 or SHA-384.");
        }
    }
}
