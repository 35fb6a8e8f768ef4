namespace Aksu.Cryptography.Keys;

/// <summary>The secret that RSA key transport carries: the client's version and 46 random bytes (RFC 5246 §7.4.7.1).</summary>
internal static class PreMasterSecret
{
    public const int Size = 48;

    public static void ThrowIfWrongLength(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Size)
        {
            throw new ArgumentException($"A pre-master secret has {Size} bytes.", nameof(secret));
        }
    }
}
