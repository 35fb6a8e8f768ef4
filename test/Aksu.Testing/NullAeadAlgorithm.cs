namespace Aksu.Testing;

/// <summary>Seals by copying and a tag of zeros; opens anything.</summary>
internal sealed class NullAeadAlgorithm(string name, int keySize, int tagSize) : AeadAlgorithm
{
    public override string Name => name;

    public override int KeySize => keySize;

    public override int TagSize => tagSize;

    public override Aead Create(ReadOnlySpan<byte> key) => new NullAead();

    private sealed class NullAead : Aead
    {
        public override void Seal(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> plaintext,
            Span<byte> ciphertext,
            Span<byte> tag,
            ReadOnlySpan<byte> associatedData)
        {
            plaintext.CopyTo(ciphertext);
            tag.Clear();
        }

        public override bool TryOpen(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> ciphertext,
            ReadOnlySpan<byte> tag,
            Span<byte> plaintext,
            ReadOnlySpan<byte> associatedData)
        {
            ciphertext.CopyTo(plaintext);
            return true;
        }

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
