namespace Aksu.Cryptography.Keys;

/// <summary>The two numbers of an RSA public key, big-endian, without leading zeros.</summary>
internal readonly ref struct RsaPublicNumbers(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent, int modulusBits)
{
    public ReadOnlySpan<byte> Modulus { get; } = modulus;

    public ReadOnlySpan<byte> Exponent { get; } = exponent;

    public int ModulusBits { get; } = modulusBits;
}
