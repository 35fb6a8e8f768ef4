namespace Aksu.Cryptography.LibCrypto;

/// <summary>Curve25519 or Curve448 (RFC 7748). Every string of the right length is a public value.</summary>
internal sealed unsafe class LibCryptoMontgomeryCurve(string name, int size, ReadOnlySpan<byte> algorithm)
    : LibCryptoGroup(name, size, size)
{
    private readonly byte[] _algorithm = [.. algorithm, 0];

    protected override nint NewGenerator()
    {
        nint context;
        // SAFETY: the name ends in a zero byte and is pinned.
        fixed (byte* algorithmName = _algorithm)
        {
            context = NativeMethods.EVP_PKEY_CTX_new_from_name(0, algorithmName, null);
        }
        if (context != 0 && NativeMethods.EVP_PKEY_keygen_init(context) == 1)
        {
            return context;
        }
        NativeMethods.EVP_PKEY_CTX_free(context);
        return 0;
    }

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => peer.Length == PublicSize;

    protected override nint ReadPeer(byte* peer)
    {
        // SAFETY: the name ends in a zero byte and is pinned; the caller pinned PublicSize bytes of the peer's.
        fixed (byte* algorithmName = _algorithm)
        {
            return NativeMethods.EVP_PKEY_new_raw_public_key_ex(0, algorithmName, null, peer, (nuint)PublicSize);
        }
    }
}
