namespace Aksu.Cryptography.Composition;

/// <summary>One user's hold on a shared key, given up on disposal.</summary>
internal sealed class LentVerificationKey(SharedVerificationKey shared) : VerificationKey
{
    private SharedVerificationKey? _shared = shared;

    public override KeyKind Kind => Key.Kind;

    public override int KeySizeInBits => Key.KeySizeInBits;

    public override bool SupportsKeyTransport => Key.SupportsKeyTransport;

    private VerificationKey Key
    {
        get
        {
            SharedVerificationKey? held = _shared;
            ObjectDisposedException.ThrowIf(held is null, this);
            return held.Key;
        }
    }

    public override bool Supports(SignatureAlgorithm algorithm) => Key.Supports(algorithm);

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Key.Verify(algorithm, data, signature);

    public override int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination) =>
        Key.EncryptPreMasterSecret(preMasterSecret, destination);

    public override void Dispose() => Interlocked.Exchange(ref _shared, null)?.Release();
}
