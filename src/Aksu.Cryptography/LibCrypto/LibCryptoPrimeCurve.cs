using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A NIST curve. Points come in uncompressed form only (RFC 9846 §4.3.8.2).</summary>
internal sealed unsafe class LibCryptoPrimeCurve : LibCryptoGroup
{
    private readonly Lazy<nint> _template;

    private LibCryptoPrimeCurve(PrimeCurve curve, ReadOnlySpan<byte> group)
        : base(curve.Name, curve.PointSize, curve.FieldSize)
    {
        Curve = curve;
        byte[] groupName = [.. group, 0];
        _template = new Lazy<nint>(() => MakeTemplate([.. "EC"u8, 0], groupName));
    }

    public static LibCryptoPrimeCurve P256 { get; } = new(PrimeCurve.P256, "P-256"u8);

    public static LibCryptoPrimeCurve P384 { get; } = new(PrimeCurve.P384, "P-384"u8);

    public static LibCryptoPrimeCurve P521 { get; } = new(PrimeCurve.P521, "P-521"u8);

    public PrimeCurve Curve { get; }

    public static LibCryptoPrimeCurve Of(KeyKind kind) => kind switch
    {
        KeyKind.EcP256 => P256,
        KeyKind.EcP384 => P384,
        KeyKind.EcP521 => P521,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A public key; null when these bytes are not an uncompressed point of the curve.</summary>
    public KeyHandle? ReadPublic(ReadOnlySpan<byte> point)
    {
        if (!HasValidForm(point))
        {
            return null;
        }
        nint key;
        // SAFETY: the point has PublicSize bytes and is pinned.
        fixed (byte* bytes = point)
        {
            key = ReadPeer(bytes);
        }
        if (key != 0)
        {
            return new KeyHandle(key);
        }
        NativeMethods.ERR_clear_error();
        return null;
    }

    protected override nint NewGenerator() => NewGenerator(_template.Value);

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => peer.Length == PublicSize && peer[0] == 4;

    protected override nint ReadPeer(byte* peer) => ReadPeer(_template.Value, peer);
}
