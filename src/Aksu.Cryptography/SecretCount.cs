using System.Diagnostics;

namespace Aksu.Cryptography;

/// <summary>
/// How many secrets were made and not wiped yet, so that tests can see that none is forgotten. Debug builds count; in release builds the
/// calls are not there.
/// </summary>
internal static class SecretCount
{
    private static long _living;

    public static long Living => Interlocked.Read(ref _living);

    [Conditional("DEBUG")]
    public static void Add(int change) => Interlocked.Add(ref _living, change);
}
