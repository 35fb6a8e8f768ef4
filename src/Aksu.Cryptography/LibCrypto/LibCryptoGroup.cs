using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A Diffie-Hellman group of libcrypto: fresh keys, and the secret with a peer. Immutable and thread-safe.</summary>
internal abstract unsafe class LibCryptoGroup(string name, int publicSize, int secretSize)
{
    public string Name => name;

    public int PublicSize => publicSize;

    /// <summary>The prime of a finite field, big-endian; empty for a curve.</summary>
    public virtual ReadOnlyMemory<byte> Prime => default;

    /// <summary>A fresh key, whose public value is written to <paramref name="publicValue"/>.</summary>
    public KeyHandle Generate(Span<byte> publicValue)
    {
        nint key = 0;
        nint context = NewGenerator();
        try
        {
            // SAFETY: the result goes to a local; the context is owned here.
            if (context == 0 || NativeMethods.EVP_PKEY_generate(context, &key) != 1)
            {
                throw new CryptographicException("libcrypto failed to make a key.");
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }

        var handle = new KeyHandle(key);
        nuint written;
        int result;
        // SAFETY: the slice checks that there is room for the public value; the name is a literal with a zero byte behind it; the
        // handle keeps the key alive, for it was not given to anybody yet.
        fixed (byte* output = publicValue[..publicSize], parameter = "encoded-pub-key"u8)
        {
            result = NativeMethods.EVP_PKEY_get_octet_string_param(key, parameter, output, (nuint)publicSize, &written);
        }
        if (result != 1 || written != (nuint)publicSize)
        {
            handle.Dispose();
            throw new CryptographicException("libcrypto failed to give a public key.");
        }
        return handle;
    }

    /// <summary>The shared secret; null when the peer's value is not valid or the result is zero.</summary>
    public Secret? Agree(KeyHandle mine, ReadOnlySpan<byte> peer)
    {
        if (!HasValidForm(peer))
        {
            return null;
        }
        using var lease = new HandleLease(mine);
        var secret = new Secret(secretSize);
        nint peerKey = 0;
        nint context = 0;
        try
        {
            nuint length = (nuint)secretSize;
            // SAFETY: the peer's bytes and the secret are pinned, lengths are theirs; context and peer's key are owned here and freed
            // below. The peer's point was checked to lie on the curve when it was read, and the cofactor is 1 where points are checked
            // at all: the library's own check would multiply by the order, which finds nothing more.
            fixed (byte* peerBytes = peer, output = secret.Span)
            {
                peerKey = ReadPeer(peerBytes);
                if (peerKey != 0)
                {
                    context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, lease.Address, null);
                }
                if (context != 0
                    && NativeMethods.EVP_PKEY_derive_init(context) == 1
                    && PrepareDerivation(context)
                    && NativeMethods.EVP_PKEY_derive_set_peer_ex(context, peerKey, 0) == 1
                    && NativeMethods.EVP_PKEY_derive(context, output, &length) == 1
                    && length == (nuint)secretSize
                    && IsNotZero(secret.Span))
                {
                    return secret;
                }
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
            NativeMethods.EVP_PKEY_free(peerKey);
        }
        NativeMethods.ERR_clear_error();
        secret.Dispose();
        return null;
    }

    /// <summary>A new EVP_PKEY_CTX that is ready to generate, owned by the caller; 0 on failure.</summary>
    protected abstract nint NewGenerator();

    /// <summary>Whether length and form are right; whether it is a point of the curve shows later.</summary>
    protected abstract bool HasValidForm(ReadOnlySpan<byte> peer);

    /// <summary>A new EVP_PKEY of <see cref="PublicSize"/> bytes of the peer's, owned by the caller; 0 when they are not valid.</summary>
    protected abstract nint ReadPeer(byte* peer);

    /// <summary>What must be set before the secret is derived.</summary>
    protected virtual bool PrepareDerivation(nint context) => true;

    /// <summary>An EVP_PKEY_CTX that generates keys of the template's group.</summary>
    protected static nint NewGenerator(nint template)
    {
        nint context = NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, template, null);
        if (context != 0 && NativeMethods.EVP_PKEY_keygen_init(context) == 1)
        {
            return context;
        }
        NativeMethods.EVP_PKEY_CTX_free(context);
        return 0;
    }

    /// <summary>An EVP_PKEY of the template's group with the peer's public value.</summary>
    protected nint ReadPeer(nint template, byte* peer)
    {
        nint key = NativeMethods.EVP_PKEY_new();
        // SAFETY: the caller pinned PublicSize bytes of the peer's. Setting a point checks that it is on the curve.
        if (key != 0
            && NativeMethods.EVP_PKEY_copy_parameters(key, template) == 1
            && NativeMethods.EVP_PKEY_set1_encoded_public_key(key, peer, (nuint)PublicSize) == 1)
        {
            return key;
        }
        NativeMethods.EVP_PKEY_free(key);
        return 0;
    }

    /// <summary>An EVP_PKEY with a group and no key, to be kept for the life of the process: to look a curve up costs 15 µs.</summary>
    /// <param name="algorithm">The library's name of the algorithm, with a zero byte at the end.</param>
    /// <param name="group">The library's name of the group, with a zero byte at the end.</param>
    protected static nint MakeTemplate(ReadOnlySpan<byte> algorithm, ReadOnlySpan<byte> group)
    {
        nint template = 0;
        nint context = 0;
        try
        {
            // SAFETY: both names end in a zero byte and are pinned; the context is owned here.
            fixed (byte* algorithmName = algorithm, groupName = group)
            {
                context = NativeMethods.EVP_PKEY_CTX_new_from_name(0, algorithmName, null);
                return context != 0
                    && NativeMethods.EVP_PKEY_paramgen_init(context) == 1
                    && NativeMethods.EVP_PKEY_CTX_set_group_name(context, groupName) == 1
                    && NativeMethods.EVP_PKEY_generate(context, &template) == 1
                        ? template
                        : throw new CryptographicException("libcrypto lacks a group.");
            }
        }
        finally
        {
            NativeMethods.EVP_PKEY_CTX_free(context);
        }
    }

    /// <summary>Looks at every byte, whatever the first ones are.</summary>
    private static bool IsNotZero(ReadOnlySpan<byte> secret)
    {
        int all = 0;
        foreach (byte part in secret)
        {
            all |= part;
        }
        return all != 0;
    }
}
