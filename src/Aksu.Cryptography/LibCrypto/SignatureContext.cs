using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// An EVP_PKEY_CTX that is ready to sign or to verify with one key. It holds a reference to the key itself, so that the key's own handle
/// may be disposed of while this is in use.
/// </summary>
internal sealed class SignatureContext : SafeHandle
{
    private SignatureContext(nint context)
        : base(0, ownsHandle: true) => SetHandle(context);

    public override bool IsInvalid => handle == 0;

    /// <summary>Valid until <see cref="SafeHandle.Dispose()"/>, for the owner alone.</summary>
    public nint Address => handle;

    /// <summary>Null when libcrypto refuses.</summary>
    public static SignatureContext? ForSigning(SafeHandle key) => Create(key, isSigning: true);

    /// <inheritdoc cref="ForSigning"/>
    public static SignatureContext? ForVerifying(SafeHandle key) => Create(key, isSigning: false);

    private static unsafe SignatureContext? Create(SafeHandle key, bool isSigning)
    {
        using var lease = new HandleLease(key);
        var context = new SignatureContext(NativeMethods.EVP_PKEY_CTX_new_from_pkey(0, lease.Address, null));
        if (!context.IsInvalid
            && (isSigning ? NativeMethods.EVP_PKEY_sign_init(context.Address) : NativeMethods.EVP_PKEY_verify_init(context.Address)) == 1)
        {
            return context;
        }
        NativeMethods.ERR_clear_error();
        context.Dispose();
        return null;
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.EVP_PKEY_CTX_free(handle);
        return true;
    }
}
