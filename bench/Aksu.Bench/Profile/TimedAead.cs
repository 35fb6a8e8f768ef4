using Aksu.Cryptography;

namespace Aksu.Bench.Profile;

internal sealed class TimedAeadAlgorithm(AeadAlgorithm inner, OperationClock clock) : AeadAlgorithm
{
    private const string Keying = "cipher: key";

    public override string Name => inner.Name;

    public override int KeySize => inner.KeySize;

    public override int TagSize => inner.TagSize;

    public override Aead Create(ReadOnlySpan<byte> key)
    {
        using OperationClock.Scope scope = clock.Time(Keying);
        return new TimedAead(inner.Create(key), clock);
    }

    private sealed class TimedAead(Aead inner, OperationClock clock) : Aead
    {
        private const string Sealing = "cipher: seal and open";

        public override void Seal(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> plaintext,
            Span<byte> ciphertext,
            Span<byte> tag,
            ReadOnlySpan<byte> associatedData)
        {
            using OperationClock.Scope scope = clock.Time(Sealing);
            inner.Seal(nonce, plaintext, ciphertext, tag, associatedData);
        }

        public override void Seal(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> plaintext,
            byte suffix,
            Span<byte> ciphertext,
            Span<byte> tag,
            ReadOnlySpan<byte> associatedData)
        {
            using OperationClock.Scope scope = clock.Time(Sealing);
            inner.Seal(nonce, plaintext, suffix, ciphertext, tag, associatedData);
        }

        public override bool TryOpen(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> ciphertext,
            ReadOnlySpan<byte> tag,
            Span<byte> plaintext,
            ReadOnlySpan<byte> associatedData)
        {
            using OperationClock.Scope scope = clock.Time(Sealing);
            return inner.TryOpen(nonce, ciphertext, tag, plaintext, associatedData);
        }

        public override void Dispose()
        {
            using OperationClock.Scope scope = clock.Time(Keying);
            inner.Dispose();
        }
    }
}
