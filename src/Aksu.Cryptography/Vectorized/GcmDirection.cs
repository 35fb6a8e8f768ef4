namespace Aksu.Cryptography.Vectorized;

/// <summary>Which of a pass's two texts is the ciphertext; the compiler makes a pass of its own for each.</summary>
internal interface IGcmDirection
{
    static abstract bool IsSealing { get; }
}

internal readonly struct Sealing : IGcmDirection
{
    public static bool IsSealing => true;
}

internal readonly struct Opening : IGcmDirection
{
    public static bool IsSealing => false;
}
