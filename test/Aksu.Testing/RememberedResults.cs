using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Aksu.Testing;

/// <summary>
/// Results of slow functions whose inputs repeat: thousands of runs of one seeded flow ask for the same few. For test keys alone; nothing
/// here is secret. Thread-safe.
/// </summary>
internal static class RememberedResults
{
    private const int MaxEntries = 4096;

    private static readonly ConcurrentDictionary<string, byte[]?> Known = new();

    /// <summary>The result for these inputs, computed once; null is a result too. The caller gets a copy.</summary>
    public static byte[]? Get(string function, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Func<byte[]?> compute)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{function} {first.Length} "));
        hash.AppendData(first);
        hash.AppendData(second);
        string key = Convert.ToHexString(hash.GetHashAndReset());
        if (!Known.TryGetValue(key, out byte[]? result))
        {
            result = compute();
            if (Known.Count < MaxEntries)
            {
                Known[key] = result;
            }
        }

        return result?.ToArray();
    }
}
