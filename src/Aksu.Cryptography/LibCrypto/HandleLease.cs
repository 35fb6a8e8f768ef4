using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// Keeps a native object alive while its address is in use: when it is disposed of meanwhile, on any thread, it is freed at the end of use.
/// </summary>
internal readonly ref struct HandleLease
{
    private readonly SafeHandle _handle;

    /// <exception cref="ObjectDisposedException">The owner was disposed of.</exception>
    public HandleLease(SafeHandle handle)
    {
        bool added = false;
        handle.DangerousAddRef(ref added);
        _handle = handle;
        Address = handle.DangerousGetHandle();
    }

    public nint Address { get; }

    public void Dispose() => _handle.DangerousRelease();
}
