using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aksu.Cryptography.Keys;

/// <summary>The finite fields of RFC 7919 §A: safe primes with the generator 2.</summary>
internal sealed class FiniteFieldGroup
{
    private readonly Lazy<byte[]> _prime;
    private readonly Lazy<byte[]> _largestValid;

    private FiniteFieldGroup(int bits, int exponentSize, Func<DHParameters> parameters)
    {
        Name = $"ffdhe{bits}";
        Size = bits / 8;
        ExponentSize = exponentSize;
        Parameters = new Lazy<DHParameters>(parameters);
        _prime = new Lazy<byte[]>(() => Parameters.Value.P.ToByteArrayUnsigned());
        // The prime is odd, so that p - 2, the largest valid value, differs from it in its last byte alone (which is 0xff).
        _largestValid = new Lazy<byte[]>(() =>
        {
            byte[] largest = [.. _prime.Value];
            largest[^1] -= 2;
            return largest;
        });
    }

    /// <summary>Exponents are a little longer than RFC 7919 §5.2 asks for at least (225, 275, 325, 375, 400 bits).</summary>
    public static IReadOnlyList<FiniteFieldGroup> All { get; } =
    [
        new(2048, 32, () => DHStandardGroups.rfc7919_ffdhe2048),
        new(3072, 40, () => DHStandardGroups.rfc7919_ffdhe3072),
        new(4096, 48, () => DHStandardGroups.rfc7919_ffdhe4096),
        new(6144, 52, () => DHStandardGroups.rfc7919_ffdhe6144),
        new(8192, 56, () => DHStandardGroups.rfc7919_ffdhe8192),
    ];

    public string Name { get; }

    /// <summary>Bytes of the prime, of a public value and of a secret.</summary>
    public int Size { get; }

    /// <summary>Bytes of a private exponent.</summary>
    public int ExponentSize { get; }

    public Lazy<DHParameters> Parameters { get; }

    /// <summary>The prime, big-endian.</summary>
    public ReadOnlyMemory<byte> Prime => _prime.Value;

    /// <summary>
    /// Whether these bytes are a public value in fixed length with 1 &lt; y &lt; p - 1 (RFC 7919 §5.1). The primes are safe: that leaves no
    /// small subgroup. The value is public: time may depend on it.
    /// </summary>
    public bool IsValidPublicValue(ReadOnlySpan<byte> value) =>
        value.Length == Size
        && (value[^1] > 1 || value[..^1].ContainsAnyExcept((byte)0))
        && value.SequenceCompareTo(_largestValid.Value) <= 0;
}
