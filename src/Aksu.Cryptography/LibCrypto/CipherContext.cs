using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Owns one EVP_CIPHER_CTX. Freeing it wipes the key schedule (EVP_CIPHER_CTX_free cleanses).</summary>
internal sealed class CipherContext : SafeHandle
{
    public CipherContext()
        : base(0, ownsHandle: true)
    {
        SetHandle(NativeMethods.EVP_CIPHER_CTX_new());
        if (IsInvalid)
        {
            throw new CryptographicException("libcrypto gave no cipher context.");
        }
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMethods.EVP_CIPHER_CTX_free(handle);
        return true;
    }
}
