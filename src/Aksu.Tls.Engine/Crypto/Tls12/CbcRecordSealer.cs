using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>Sends records under CBC and a MAC, in either order (RFC 5246 §6.2.3.2, RFC 7366 §3). Padding is as short as can be.</summary>
internal sealed class CbcRecordSealer : RecordSealer
{
    private const int BlockSize = CbcRecordCipher.BlockSize;

    private readonly RecordSettings _settings;
    private readonly CbcCipher _cipher;
    private readonly Hmac _mac;
    private readonly byte[] _chained;

    /// <param name="settings">The version, and which comes first.</param>
    /// <param name="cipher">Owned from here on.</param>
    /// <param name="mac">Owned from here on.</param>
    /// <param name="iv">The first initialization vector in TLS 1.0; empty in later versions.</param>
    public CbcRecordSealer(RecordSettings settings, CbcCipher cipher, Hmac mac, ReadOnlySpan<byte> iv)
    {
        _settings = settings;
        _cipher = cipher;
        _mac = mac;
        _chained = iv.ToArray();
    }

    public override int Overhead => RecordHeader.Size + ExplicitIvSize + _mac.Size + BlockSize;

    public override bool CanPad => false;

    public override ulong RecordLimit => ulong.MaxValue;

    public override bool SplitsFirstByte => _chained.Length > 0;

    private int ExplicitIvSize => _chained.Length > 0 ? 0 : BlockSize;

    public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
    {
        int innerMac = _settings.EncryptThenMac ? 0 : _mac.Size;
        int padded = ((plaintext.Length + innerMac) / BlockSize * BlockSize) + BlockSize;
        int protectedLength = ExplicitIvSize + padded;
        int fragmentLength = protectedLength + _mac.Size - innerMac;
        new RecordHeader(type, _settings.Version, fragmentLength).Write(destination);
        Span<byte> fragment = destination.Slice(RecordHeader.Size, fragmentLength);
        Span<byte> blocks = fragment.Slice(ExplicitIvSize, padded);

        plaintext.CopyTo(blocks);
        if (!_settings.EncryptThenMac)
        {
            ComputeMac(type, plaintext, blocks.Slice(plaintext.Length, innerMac));
        }

        int fill = padded - plaintext.Length - innerMac;
        blocks[^fill..].Fill((byte)(fill - 1));
        Encrypt(fragment[..ExplicitIvSize], blocks);
        if (_settings.EncryptThenMac)
        {
            ComputeMac(type, fragment[..protectedLength], fragment[protectedLength..]);
        }

        SequenceNumber++;
        return RecordHeader.Size + fragmentLength;
    }

    public override void Dispose()
    {
        _cipher.Dispose();
        _mac.Dispose();
    }

    private void ComputeMac(ContentType type, ReadOnlySpan<byte> covered, Span<byte> destination)
    {
        Span<byte> prefix = stackalloc byte[RecordPrefix.Size];
        RecordPrefix.Write(prefix, SequenceNumber, type.Value, _settings.Version, covered.Length);
        _mac.Append(prefix);
        _mac.Append(covered);
        _mac.Finish(destination);
    }

    private void Encrypt(Span<byte> explicitIv, Span<byte> blocks)
    {
        if (explicitIv.IsEmpty)
        {
            _cipher.Encrypt(_chained, blocks);
            blocks[^BlockSize..].CopyTo(_chained);
        }
        else
        {
            _settings.Provider.FillRandom(explicitIv);
            _cipher.Encrypt(explicitIv, blocks);
        }
    }
}
