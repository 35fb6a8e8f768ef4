namespace Aksu.Cryptography.Aeads;

/// <summary>An authenticated cipher given by its numbers and a way to make it.</summary>
internal sealed class NamedAeadAlgorithm(string name, int keySize, int tagSize, AeadFactory factory) : AeadAlgorithm
{
    public override string Name => name;

    public override int KeySize => keySize;

    public override int TagSize => tagSize;

    public override Aead Create(ReadOnlySpan<byte> key)
    {
        if (key.Length != keySize)
        {
            throw new ArgumentException($"{name} takes a key of {keySize} bytes.", nameof(key));
        }
        return factory(key);
    }
}
