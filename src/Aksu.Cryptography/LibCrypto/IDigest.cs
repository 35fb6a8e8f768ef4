namespace Aksu.Cryptography.LibCrypto;

/// <summary>One hash function of libcrypto over a state in the caller's memory of at least <see cref="DigestState.Size"/> bytes.</summary>
internal unsafe interface IDigest
{
    static abstract string Name { get; }

    /// <summary>Bytes of a digest.</summary>
    static abstract int Size { get; }

    /// <summary>Bytes of a block, which is what HMAC pads a key to.</summary>
    static abstract int BlockSize { get; }

    /// <summary>Bytes of the chaining value, with which a state begins: words in the processor's order.</summary>
    static abstract int ChainSize { get; }

    /// <summary>Bytes of such a word, and half of those that say at a message's end how long it is (FIPS 180-4 §5.1).</summary>
    static abstract int WordSize { get; }

    static abstract void Start(byte* state);

    static abstract void Append(byte* state, byte* data, int length);

    static abstract void Finish(byte* state, byte* digest);

    /// <summary>Takes one block into the chaining value; nothing else of the state is read or written.</summary>
    static abstract void Compress(byte* state, byte* block);
}
