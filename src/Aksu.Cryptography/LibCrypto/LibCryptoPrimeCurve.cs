namespace Aksu.Cryptography.LibCrypto;

/// <summary>A NIST curve. Points come in uncompressed form only (RFC 9846 §4.3.8.2).</summary>
internal sealed unsafe class LibCryptoPrimeCurve(string name, int fieldSize, ReadOnlySpan<byte> group)
    : LibCryptoCurve(name, 1 + (2 * fieldSize), fieldSize)
{
    private readonly byte[] _group = [.. group, 0];

    protected override nint NewGenerator()
    {
        nint context;
        bool ready;
        // SAFETY: both names end in a zero byte and are pinned.
        fixed (byte* algorithmName = "EC"u8, groupName = _group)
        {
            context = NativeMethods.EVP_PKEY_CTX_new_from_name(0, algorithmName, null);
            ready = context != 0
                && NativeMethods.EVP_PKEY_keygen_init(context) == 1
                && NativeMethods.EVP_PKEY_CTX_set_group_name(context, groupName) == 1;
        }
        if (ready)
        {
            return context;
        }
        NativeMethods.EVP_PKEY_CTX_free(context);
        return 0;
    }

    protected override bool HasValidForm(ReadOnlySpan<byte> peer) => peer.Length == PublicSize && peer[0] == 4;

    protected override nint ReadPeer(nint mine, byte* peer)
    {
        nint key = NativeMethods.EVP_PKEY_new();
        // SAFETY: the caller pinned PublicSize bytes of the peer's. Setting the point checks that it is on the curve.
        if (key != 0
            && NativeMethods.EVP_PKEY_copy_parameters(key, mine) == 1
            && NativeMethods.EVP_PKEY_set1_encoded_public_key(key, peer, (nuint)PublicSize) == 1)
        {
            return key;
        }
        NativeMethods.EVP_PKEY_free(key);
        return 0;
    }
}
