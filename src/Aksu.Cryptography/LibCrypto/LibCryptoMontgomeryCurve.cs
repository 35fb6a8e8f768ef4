using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Curve25519 or Curve448 (RFC 7748). Every string of the right length is a public value.</summary>
internal sealed unsafe class LibCryptoMontgomeryCurve : LibCryptoGroup
{
    private readonly byte[] _algorithm;
    private readonly Lazy<nint> _template;

    public LibCryptoMontgomeryCurve(string name, int size, ReadOnlySpan<byte> algorithm)
        : base(name, size, size)
    {
        _algorithm = [.. algorithm, 0];
        _template = new Lazy<nint>(MakeTemplate);
    }

    protected override nint NewGenerator() => NewGenerator(_template.Value);

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => peer.Length == PublicSize;

    protected override nint ReadPeer(byte* peer)
    {
        // SAFETY: the name ends in a zero byte and is pinned; the caller pinned PublicSize bytes of the peer's.
        fixed (byte* algorithmName = _algorithm)
        {
            return NativeMethods.EVP_PKEY_new_raw_public_key_ex(0, algorithmName, null, peer, (nuint)PublicSize);
        }
    }

    /// <summary>
    /// A public key that nobody holds the private one of, kept for the life of the process: to look the curve up by name costs 9 µs.
    /// </summary>
    private nint MakeTemplate()
    {
        byte[] point = new byte[PublicSize];
        point[0] = 9;
        // SAFETY: the array has PublicSize bytes and is pinned.
        fixed (byte* bytes = point)
        {
            nint template = ReadPeer(bytes);
            return template != 0 ? template : throw new CryptographicException("libcrypto lacks a curve.");
        }
    }
}
