namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>The keys of one direction: slices of the key block (RFC 5246 §6.3), valid during the call.</summary>
internal readonly ref struct DirectionKeys(ReadOnlySpan<byte> macKey, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
{
    public ReadOnlySpan<byte> MacKey { get; } = macKey;

    public ReadOnlySpan<byte> Key { get; } = key;

    public ReadOnlySpan<byte> Iv { get; } = iv;
}
