using System.Collections.Concurrent;

namespace Aksu.Testing.Certificates;

/// <summary>
/// One key pair of each kind for the whole process. Those of curves are the same in every run, made from a public seed: good for tests
/// alone. Those of RSA are new in each process, for to make them from a seed takes seconds.
/// </summary>
public static class TestKeys
{
    private static readonly ConcurrentDictionary<(KeyKind Kind, int Number), Lazy<byte[]>> Made = new();

    /// <summary>The key's PKCS#8 form. <paramref name="number"/> tells several keys of one kind apart.</summary>
    public static byte[] Pkcs8(KeyKind kind, int number = 0) =>
        [.. Made.GetOrAdd((kind, number), static id => new Lazy<byte[]>(() => Generate(id.Kind, id.Number))).Value];

    /// <summary>The key as the given provider has it (null for the default one).</summary>
    public static SigningKey Signing(KeyKind kind, int number = 0, CryptographyProvider? provider = null) =>
        (provider ?? CryptographyProvider.Default).ImportPrivateKey(Pkcs8(kind, number))
        ?? throw new NotSupportedException($"The provider has no keys of the kind {kind}.");

    private static byte[] Generate(KeyKind kind, int number)
    {
        CryptographyProvider provider = kind is KeyKind.Rsa or KeyKind.RsaPss
            ? CryptographyProvider.Default
            : new DeterministicCryptographyProvider($"test key {kind} {number}");
        using GeneratedKey key = provider.GenerateKey(kind);
        return key.Pkcs8.Span.ToArray();
    }
}
