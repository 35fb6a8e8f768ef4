using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

/// <summary>A hash function of the platform.</summary>
internal sealed class PlatformHashFunction : HashFunction
{
    private readonly HashAlgorithmName _algorithm;

    private PlatformHashFunction(string name, HashAlgorithmName algorithm, int size)
    {
        Name = name;
        _algorithm = algorithm;
        Size = size;
    }

    public static PlatformHashFunction Sha256 { get; } = new("SHA-256", HashAlgorithmName.SHA256, 32);

    public static PlatformHashFunction Sha384 { get; } = new("SHA-384", HashAlgorithmName.SHA384, 48);

    public static PlatformHashFunction Sha512 { get; } = new("SHA-512", HashAlgorithmName.SHA512, 64);

    public static PlatformHashFunction Sha1 { get; } = new("SHA-1", HashAlgorithmName.SHA1, 20);

    public static PlatformHashFunction Md5 { get; } = new("MD5", HashAlgorithmName.MD5, 16);

    public override string Name { get; }

    public override int Size { get; }

    public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination) =>
        CryptographicOperations.HashData(_algorithm, source, destination);

    public override RunningHash Start() => new PlatformRunningHash(IncrementalHash.CreateHash(_algorithm));

    public override Hmac StartHmac(ReadOnlySpan<byte> key) => new PlatformHmac(IncrementalHash.CreateHMAC(_algorithm, key));

    public override void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination) =>
        CryptographicOperations.HmacData(_algorithm, key, source, destination);
}
