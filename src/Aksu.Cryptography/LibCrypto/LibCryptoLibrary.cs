using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// Finds the libcrypto of OpenSSL that .NET itself has loaded, and says whether it can be called directly. When anything at all is not
/// as expected, the answer is no, and the platform's classes (which stand on the same library) do the work.
/// </summary>
internal static class LibCryptoLibrary
{
    /// <summary>The name that the imports use; no file has it, so that nothing is found but what the resolver gives.</summary>
    public const string Name = "aksu-libcrypto";

    /// <summary>The switch that turns direct calls off.</summary>
    public const string DisablingSwitch = "Aksu.Cryptography.DisableLibCrypto";

    private static nint Handle;

    /// <summary>Whether direct calls are possible and wanted.</summary>
    [SupportedOSPlatformGuard("linux")]
    public static bool IsAvailable { get; } = Find();

    private static bool Find()
    {
        if (!OperatingSystem.IsLinux() || (AppContext.TryGetSwitch(DisablingSwitch, out bool disabled) && disabled))
        {
            return false;
        }
        try
        {
            long platformVersion = SafeEvpPKeyHandle.OpenSslVersion; // loads what the platform uses
            foreach (string file in FileNames())
            {
                if (NativeLibrary.TryLoad(file, out nint handle) && IsSame(handle, platformVersion))
                {
                    Handle = handle;
                    NativeLibrary.SetDllImportResolver(
                        typeof(LibCryptoLibrary).Assembly, static (name, _, _) => name == Name ? Handle : 0);
                    return NativeMethods.EVP_default_properties_is_fips_enabled(0) == 0;
                }
            }
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException
            or EntryPointNotFoundException or PlatformNotSupportedException or CryptographicException)
        {
            // The platform itself has no OpenSSL here.
        }
        return false;
    }

    /// <summary>In the order in which the platform looks, from the first version whose interface is the one used here.</summary>
    private static IEnumerable<string> FileNames()
    {
        if (Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE") is { Length: > 0 } version)
        {
            yield return "libcrypto.so." + version;
        }
        yield return "libcrypto.so.3";
    }

    private static unsafe bool IsSame(nint handle, long platformVersion)
    {
        if (!NativeLibrary.TryGetExport(handle, "OpenSSL_version_num", out nint address))
        {
            return false;
        }
        // SAFETY: unsigned long OpenSSL_version_num(void) in every version of OpenSSL since 1.1.
        nuint version = ((delegate* unmanaged[Cdecl]<nuint>)address)();
        const long Version3 = 0x3000_0000;
        return (long)version == platformVersion
            && platformVersion >= Version3
            && NativeMethods.Symbols.All(symbol => NativeLibrary.TryGetExport(handle, symbol, out _));
    }
}
