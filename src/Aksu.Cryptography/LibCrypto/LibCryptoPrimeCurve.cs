using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A NIST curve. Points come in uncompressed form only (RFC 9846 §4.3.8.2).</summary>
internal sealed unsafe class LibCryptoPrimeCurve : LibCryptoCurve
{
    private readonly byte[] _group;
    private readonly Lazy<nint> _template;

    private LibCryptoPrimeCurve(PrimeCurve curve, ReadOnlySpan<byte> group)
        : base(curve.Name, curve.PointSize, curve.FieldSize)
    {
        Curve = curve;
        _group = [.. group, 0];
        _template = new Lazy<nint>(MakeTemplate);
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

    protected override nint NewGenerator()
    {
        nint context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, _template.Value, null);
        if (context != 0 && NativeMethods.EVP_PKEY_keygen_init(context) == 1)
        {
            return context;
        }
        NativeMethods.EVP_PKEY_CTX_free(context);
        return 0;
    }

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => peer.Length == PublicSize && peer[0] == 4;

    protected override nint ReadPeer(byte* peer)
    {
        nint key = NativeMethods.EVP_PKEY_new();
        // SAFETY: the caller pinned PublicSize bytes of the peer's. Setting the point checks that it is on the curve.
        if (key != 0
            && NativeMethods.EVP_PKEY_copy_parameters(key, _template.Value) == 1
            && NativeMethods.EVP_PKEY_set1_encoded_public_key(key, peer, (nuint)PublicSize) == 1)
        {
            return key;
        }
        NativeMethods.EVP_PKEY_free(key);
        return 0;
    }

    /// <summary>An EVP_PKEY with the curve and no point, kept for the life of the process: to look the curve up costs 15 µs.</summary>
    private nint MakeTemplate()
    {
        nint template = 0;
        nint context = 0;
        try
        {
            // SAFETY: both names end in a zero byte and are pinned; the context is owned here.
            fixed (byte* algorithmName = "EC"u8, groupName = _group)
            {
                context = NativeMethods.EVP_PKEY_CTX_new_from_name(0, algorithmName, null);
                return context != 0
                    && NativeMethods.EVP_PKEY_paramgen_init(context) == 1
                    && NativeMethods.EVP_PKEY_CTX_set_group_name(context, groupName) == 1
                    && NativeMethods.EVP_PKEY_generate(context, &template) == 1
                        ? template
                        : throw new CryptographicException($"libcrypto lacks {Name}.");
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
    }
}
