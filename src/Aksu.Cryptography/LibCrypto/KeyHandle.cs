using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Owns one EVP_PKEY. Freeing it wipes a private key.</summary>
internal sealed class KeyHandle : SafeHandle
{
    /// <summary>Takes over <paramref name="key"/>, which is not null.</summary>
    public KeyHandle(nint key)
        : base(0, ownsHandle: true) => SetHandle(key);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.EVP_PKEY_free(handle);
        return true;
    }
}
