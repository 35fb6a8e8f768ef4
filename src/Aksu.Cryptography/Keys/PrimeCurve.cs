using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Keys;

/// <summary>
/// The NIST prime curves y² = x³ - 3x + b, and the check of a public point that TLS demands of every receiver
/// (RFC 9846 §7.4.2, SP 800-56A §5.6.2.3.4).
/// </summary>
internal sealed class PrimeCurve
{
    private readonly BigInteger _prime;
    private readonly BigInteger _b;

    private PrimeCurve(string name, KeyKind kind, ECCurve platformCurve, int bits, BigInteger prime, string b)
    {
        Name = name;
        Kind = kind;
        PlatformCurve = platformCurve;
        Bits = bits;
        FieldSize = (bits + 7) / 8;
        _prime = prime;
        _b = BigInteger.Parse("0" + b, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    public static PrimeCurve P256 { get; } = new(
        "secp256r1",
        KeyKind.EcP256,
        ECCurve.NamedCurves.nistP256,
        256,
        Power(256) - Power(224) + Power(192) + Power(96) - 1,
        "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    public static PrimeCurve P384 { get; } = new(
        "secp384r1",
        KeyKind.EcP384,
        ECCurve.NamedCurves.nistP384,
        384,
        Power(384) - Power(128) - Power(96) + Power(32) - 1,
        "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef");

    public static PrimeCurve P521 { get; } = new(
        "secp521r1",
        KeyKind.EcP521,
        ECCurve.NamedCurves.nistP521,
        521,
        Power(521) - 1,
        "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef1"
        + "09e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00");

    public string Name { get; }

    public KeyKind Kind { get; }

    public ECCurve PlatformCurve { get; }

    public int Bits { get; }

    /// <summary>Bytes of a coordinate and of a shared secret.</summary>
    public int FieldSize { get; }

    /// <summary>Bytes of an uncompressed point.</summary>
    public int PointSize => 1 + (2 * FieldSize);

    public static PrimeCurve Of(KeyKind kind) => kind switch
    {
        KeyKind.EcP256 => P256,
        KeyKind.EcP384 => P384,
        KeyKind.EcP521 => P521,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>
    /// Whether these bytes are a point of the curve in uncompressed form: not infinity, no other form, both coordinates below the prime.
    /// The cofactor is 1, so that every such point has the right order. The point is public: time may depend on it.
    /// </summary>
    public bool IsValidPoint(ReadOnlySpan<byte> point)
    {
        if (point.Length != PointSize || point[0] != 4)
        {
            return false;
        }
        var x = new BigInteger(point.Slice(1, FieldSize), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(point[(1 + FieldSize)..], isUnsigned: true, isBigEndian: true);
        return x < _prime && y < _prime && ((y * y) - ((((x * x) - 3) * x) + _b)) % _prime == 0;
    }

    /// <summary>Reads a point into the platform's form; null when it is not valid.</summary>
    public ECPoint? ReadPoint(ReadOnlySpan<byte> point) => IsValidPoint(point)
        ? new ECPoint { X = point.Slice(1, FieldSize).ToArray(), Y = point[(1 + FieldSize)..].ToArray() }
        : null;

    /// <summary>Writes a point in uncompressed form.</summary>
    public static byte[] WritePoint(ECPoint point) => [4, .. point.X!, .. point.Y!];

    private static BigInteger Power(int exponent) => BigInteger.One << exponent;
}
