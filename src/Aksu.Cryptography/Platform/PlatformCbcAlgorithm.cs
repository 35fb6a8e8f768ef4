using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

/// <summary>AES-CBC of the platform.</summary>
internal sealed class PlatformCbcAlgorithm(int keySize) : CbcAlgorithm
{
    public static IReadOnlyList<CbcAlgorithm> All { get; } = [new PlatformCbcAlgorithm(16), new PlatformCbcAlgorithm(32)];

    public override string Name { get; } = $"AES-{keySize * 8}-CBC";

    public override int KeySize => keySize;

    public override CbcCipher Create(ReadOnlySpan<byte> key)
    {
        if (key.Length != keySize)
        {
            throw new ArgumentException($"{Name} takes a key of {keySize} bytes.", nameof(key));
        }
        return new PlatformCbcCipher(key);
    }

    private sealed class PlatformCbcCipher : CbcCipher
    {
        private readonly Aes _aes = Aes.Create();

        public PlatformCbcCipher(ReadOnlySpan<byte> key) => _aes.SetKey(key);

        public override void Encrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks)
        {
            ThrowIfNotWholeBlocks(blocks);
            _aes.EncryptCbc(blocks, initializationVector, blocks, PaddingMode.None);
        }

        public override void Decrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks)
        {
            ThrowIfNotWholeBlocks(blocks);
            _aes.DecryptCbc(blocks, initializationVector, blocks, PaddingMode.None);
        }

        public override void Dispose() => _aes.Dispose();

        private void ThrowIfNotWholeBlocks(ReadOnlySpan<byte> blocks)
        {
            if (blocks.Length % (_aes.BlockSize / 8) != 0)
            {
                throw new ArgumentException("CBC takes whole blocks.", nameof(blocks));
            }
        }
    }
}
