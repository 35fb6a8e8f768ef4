using Aksu.Cryptography;

namespace Aksu.Ca;

/// <summary>What key to make.</summary>
/// <param name="Kind">The kind of key.</param>
/// <param name="RsaKeySizeInBits">Length of the modulus for RSA kinds, in bits.</param>
public sealed record KeyRequest(KeyKind Kind = KeyKind.EcP256, int RsaKeySizeInBits = 2048)
{
    /// <summary>ECDSA on P-256.</summary>
    public static KeyRequest Default { get; } = new();
}
