namespace Aksu.Cryptography.LibCrypto;

/// <summary>One hash function of libcrypto over a state in the caller's memory of at least <see cref="DigestState.Size"/> bytes.</summary>
internal unsafe interface IDigest
{
    static abstract string Name { get; }

    /// <summary>Bytes of a digest.</summary>
    static abstract int Size { get; }

    /// <summary>Bytes of a block, which is what HMAC pads a key to.</summary>
    static abstract int BlockSize { get; }

    static abstract void Start(byte* state);

    static abstract void Append(byte* state, byte* data, int length);

    static abstract void Finish(byte* state, byte* digest);
}
