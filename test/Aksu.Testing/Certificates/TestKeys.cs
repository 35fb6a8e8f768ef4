using System.Collections.Concurrent;

namespace Aksu.Testing.Certificates;

/// <summary>
/// One key pair of each kind for the whole process, the same in every run. They are made from a public seed: good for tests alone.
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

    private static byte[] Generate(KeyKind kind, int number) =>
        new DeterministicCryptographyProvider($"test key {kind} {number}").GenerateKey(kind).Pkcs8.Span.ToArray();
}
