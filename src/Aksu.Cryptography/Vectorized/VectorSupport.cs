using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Which of the primitives written with the processor's vector instructions can run here. They stand in front of libcrypto and the
/// platform, and one switch puts all of them aside.
/// </summary>
internal static class VectorSupport
{
    /// <summary>The switch that turns the primitives of this folder off.</summary>
    public const string DisablingSwitch = "Aksu.Cryptography.DisableVectorized";

    /// <summary>The first four letters of the vendor's name, as CPUID gives them.</summary>
    private const int GenuineIntel = 0x756e6547;

    private static readonly Lazy<bool> AesGcm = new(
        static () => HasAesGcm128 && KnownAnswers.AreRight(VectorAeads.Aes128Gcm) && KnownAnswers.AreRight(VectorAeads.Aes256Gcm));

    private static readonly Lazy<bool> X25519 = new(static () => HasX25519Instructions && KnownAnswers.AreRightForX25519());

    /// <summary>Whether AES-GCM is here, wanted, and gives the right answers.</summary>
    public static bool HasAesGcm => IsWanted && AesGcm.Value;

    /// <summary>Whether X25519 is here, wanted, and gives the right answers.</summary>
    public static bool HasX25519 => IsWanted && X25519.Value;

    /// <summary>Whether the processor can run the AES-GCM whose GHASH takes one block at a time.</summary>
    public static bool HasAesGcm128 => BitConverter.IsLittleEndian && Aes.IsSupported && Pclmulqdq.IsSupported && Ssse3.IsSupported;

    /// <summary>
    /// Whether the processor can run the AES-GCM whose GHASH takes two blocks at a time. Not where there are 32 registers and the 512-bit
    /// form of the multiplication is unknown, which is so when .NET 10.0 compiles ahead of time for <c>native</c>: it then takes a register
    /// past the sixteenth for the 256-bit form, whose encoding has no room for it there, and another one is written.
    /// </summary>
    public static bool HasAesGcm256 => HasAesGcm128 && Pclmulqdq.V256.IsSupported && Avx2.IsSupported
        && (Pclmulqdq.V512.IsSupported || !Avx512F.IsSupported);

    /// <summary>Whether the processor can run the AES-GCM whose GHASH takes four blocks at a time.</summary>
    public static bool HasAesGcm512 => HasAesGcm128 && Pclmulqdq.V512.IsSupported && Avx512BW.IsSupported;

    /// <summary>
    /// Whether vectors of 512 bits take one of the units from shorter ones while they are under way. Intel's processors close it then, and
    /// AES, of which .NET has the instructions for 128 bits alone, goes at half its pace; AMD's close nothing.
    /// </summary>
    public static bool IsSlowedBy512 => X86Base.IsSupported && X86Base.CpuId(0, 0).Ebx == GenuineIntel;

    /// <summary>Whether the processor can run X25519 with four multiplications at a time.</summary>
    public static bool HasX25519Instructions =>
        BitConverter.IsLittleEndian && Avx2.IsSupported && Fma.IsSupported && Bmi2.X64.IsSupported;

    /// <summary>Whether it can run X25519 with eight at a time, and vectors of 512 bits are no slower here than those of 256.</summary>
    public static bool HasX25519Instructions512 => HasX25519Instructions && Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    private static bool IsWanted => !(AppContext.TryGetSwitch(DisablingSwitch, out bool disabled) && disabled);
}
