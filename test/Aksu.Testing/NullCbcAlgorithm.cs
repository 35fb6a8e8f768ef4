namespace Aksu.Testing;

/// <summary>Leaves every text as it is.</summary>
internal sealed class NullCbcAlgorithm(string name, int keySize) : CbcAlgorithm
{
    public override string Name => name;

    public override int KeySize => keySize;

    public override CbcCipher Create(ReadOnlySpan<byte> key) => new NullCbcCipher();

    private sealed class NullCbcCipher : CbcCipher
    {
        public override void Encrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks)
        {
            // The text is the ciphertext.
        }

        public override void Decrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks)
        {
            // The ciphertext is the text.
        }

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
