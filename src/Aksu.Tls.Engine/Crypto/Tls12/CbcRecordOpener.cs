using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// What both orders of CBC and MAC have in common when a record is opened: initialization vectors and decryption in place.
/// </summary>
internal abstract class CbcRecordOpener : RecordOpener
{
    protected const int BlockSize = CbcRecordCipher.BlockSize;

    private readonly CbcCipher _cipher;
    private readonly byte[] _chained;

    /// <param name="version">The negotiated version.</param>
    /// <param name="cipher">Owned from here on.</param>
    /// <param name="iv">The first initialization vector in TLS 1.0; empty in later versions.</param>
    protected CbcRecordOpener(ProtocolVersion version, CbcCipher cipher, ReadOnlySpan<byte> iv)
    {
        Version = version;
        _cipher = cipher;
        _chained = iv.ToArray();
    }

    public override bool HidesContentType => false;

    // Padding may take up to 256 bytes; RFC 5246 §6.2.3 allows 2,048 in all.
    public override int MaxExpansion => 2048;

    public override ulong RecordLimit => ulong.MaxValue;

    protected ProtocolVersion Version { get; }

    /// <summary>Bytes of initialization vector in front of the blocks.</summary>
    protected int ExplicitIvSize => _chained.Length > 0 ? 0 : BlockSize;

    public override void Dispose() => _cipher.Dispose();

    /// <summary>Decrypts the blocks behind the initialization vector in place and returns them.</summary>
    /// <param name="fragment">Vector (where there is one) and whole blocks, at least one.</param>
    protected Span<byte> Decrypt(Span<byte> fragment)
    {
        Span<byte> blocks = fragment[ExplicitIvSize..];
        if (_chained.Length == 0)
        {
            _cipher.Decrypt(fragment[..BlockSize], blocks);
            return blocks;
        }

        Span<byte> last = stackalloc byte[BlockSize];
        blocks[^BlockSize..].CopyTo(last);
        _cipher.Decrypt(_chained, blocks);
        last.CopyTo(_chained);
        return blocks;
    }
}
