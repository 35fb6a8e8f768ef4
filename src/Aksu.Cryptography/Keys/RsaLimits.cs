namespace Aksu.Cryptography.Keys;

/// <summary>Bounds on RSA keys that others hand to us: below is no security, above is only the peer's power to make us work.</summary>
internal static class RsaLimits
{
    public const int MinModulusBits = 1024;
    public const int MaxModulusBits = 8192;

    /// <summary>Nobody uses longer ones, and the cost of a verification grows with the exponent.</summary>
    public const int MaxExponentBits = 33;
}
