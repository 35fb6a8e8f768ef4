using System.Runtime.Intrinsics;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// AES-GCM (SP 800-38D) on the processor's own AES and carry-less multiplication. Time depends on lengths alone: neither key nor text
/// chooses a branch or an address, but for the one verdict on a tag.
/// </summary>
/// <typeparam name="TGhash">How many blocks GHASH takes at a time.</typeparam>
internal sealed unsafe class VectorAesGcm<TGhash> : Aead
    where TGhash : struct, IGhash
{
    private const int NonceSize = 12;

    private readonly int _lastRound;
    private GcmKeyMemory? _memory;

    /// <param name="key">16 or 32 bytes.</param>
    public VectorAesGcm(ReadOnlySpan<byte> key)
    {
        _memory = GcmKeyMemory.Rent();
        // SAFETY: the memory has room for the longest key schedule and for all powers, and this object holds it.
        _lastRound = AesKeySchedule.Expand(key, _memory.RoundKeys);
        GhashKey.Expand(AesBlocks.Encrypt(_memory.RoundKeys, _lastRound, Vector128<byte>.Zero), _memory.Powers);
    }

    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData) =>
        Seal(nonce, plaintext, GcmPass<TGhash>.NoSuffix, ciphertext, tag, associatedData);

    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        byte suffix,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData) => Seal(nonce, plaintext, (int)suffix, ciphertext, tag, associatedData);

    public override bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData)
    {
        GcmKeyMemory memory = CheckedMemory(nonce, ciphertext.Length, plaintext.Length, tag);
        Vector128<byte> expected;
        // SAFETY: as in sealing.
        fixed (byte* nonceBytes = nonce, input = ciphertext, output = plaintext, associated = associatedData)
        {
            // The tag is read first: it may lie where plaintext goes.
            Vector128<byte> given = Vector128.Create(tag);
            expected = GcmPass<TGhash>.Run<Opening>(
                memory,
                _lastRound,
                nonceBytes,
                input,
                output,
                ciphertext.Length,
                GcmPass<TGhash>.NoSuffix,
                associated,
                associatedData.Length) ^ given;
        }
        GC.KeepAlive(memory);
        if (expected == Vector128<byte>.Zero) // all bytes at once: no telling where they differ
        {
            return true;
        }
        plaintext.Clear(); // deciphered, but nobody vouches for it
        return false;
    }

    public override void Dispose() => Interlocked.Exchange(ref _memory, null)?.WipeAndReturn();

    private void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        int suffix,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        int length = plaintext.Length + (suffix == GcmPass<TGhash>.NoSuffix ? 0 : 1);
        GcmKeyMemory memory = CheckedMemory(nonce, length, ciphertext.Length, tag);
        // SAFETY: lengths were checked, spans are pinned, and the memory is kept alive to the end.
        fixed (byte* nonceBytes = nonce, input = plaintext, output = ciphertext, associated = associatedData)
        {
            GcmPass<TGhash>.Run<Sealing>(
                memory, _lastRound, nonceBytes, input, output, plaintext.Length, suffix, associated, associatedData.Length).CopyTo(tag);
        }
        GC.KeepAlive(memory);
    }

    private GcmKeyMemory CheckedMemory(ReadOnlySpan<byte> nonce, int sourceLength, int destinationLength, ReadOnlySpan<byte> tag)
    {
        if (nonce.Length != NonceSize || sourceLength != destinationLength || tag.Length != AesKeySchedule.BlockSize)
        {
            throw new ArgumentException("A nonce has 12 bytes, a tag 16, and plaintext and ciphertext have one length.");
        }
        GcmKeyMemory? memory = _memory;
        ObjectDisposedException.ThrowIf(memory is null, this);
        return memory;
    }
}
