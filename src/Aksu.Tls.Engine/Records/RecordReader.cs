using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Records;

/// <summary>Cuts the input into records, checks their lengths and types, and opens them in place under the current key.</summary>
internal sealed class RecordReader : IDisposable
{
    private RecordOpener? _opener;
    private bool _isFirst = true;
    private bool _openedUnderThisKey;
    private int _skippedEarlyData;

    /// <summary>Longest plaintext that the peer may send: what this side's record_size_limit allows (RFC 8449 §4).</summary>
    public int MaxInnerLength { get; set; } = RecordLimits.MaxPlaintext + 1;

    public EarlyDataSkipping EarlyDataSkipping { get; set; }

    /// <summary>
    /// Whether the peer may still send an unprotected alert: a client that cannot go on after ServerHello has no keys yet. Ends with the
    /// first record that opens.
    /// </summary>
    public bool AllowsPlaintextAlert { get; set; }

    /// <summary>Changes the key; <paramref name="proof"/> says that no handshake bytes stand before the change.</summary>
    public void SetOpener(RecordOpener opener, Aligned proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        _opener?.Dispose();
        _opener = opener;
        _openedUnderThisKey = false;
    }

    /// <summary>
    /// Reads the next record. False when the input does not hold a whole one after what was <paramref name="consumed"/> (skipped early
    /// data may have been).
    /// </summary>
    /// <param name="input">What was received.</param>
    /// <param name="destination">Where a protected record's plaintext goes if it has room for it; otherwise it is opened in place.</param>
    /// <param name="consumed">How many bytes of the input are done with.</param>
    /// <param name="record">The record.</param>
    public bool TryRead(Span<byte> input, Span<byte> destination, out int consumed, out InboundRecord record)
    {
        consumed = 0;
        while (true)
        {
            record = default;
            Span<byte> rest = input[consumed..];
            if (_isFirst)
            {
                FirstBytes.Check(rest);
            }

            if (rest.Length < RecordHeader.Size)
            {
                return false;
            }

            RecordHeader header = RecordHeader.Read(rest);
            CheckType(header);
            CheckLength(header);
            int length = RecordHeader.Size + header.Length;
            if (rest.Length < length)
            {
                return false;
            }

            _isFirst = false;
            consumed += length;
            if (Open(header, rest[..RecordHeader.Size], rest.Slice(RecordHeader.Size, header.Length), destination, out record))
            {
                return true;
            }
        }
    }

    public void Dispose() => _opener?.Dispose();

    private bool Open(
        RecordHeader header, ReadOnlySpan<byte> headerBytes, Span<byte> fragment, Span<byte> destination, out InboundRecord record)
    {
        record = default;
        if (_opener is not { } opener)
        {
            if (header.Type == ContentType.ApplicationData && EarlyDataSkipping == EarlyDataSkipping.UntilSecondHello)
            {
                SkipEarlyData(fragment.Length);
                return false;
            }

            record = new InboundRecord { Type = header.Type, Content = fragment, WasProtected = false };
            return true;
        }

        if (opener.HidesContentType && header.Type != ContentType.ApplicationData)
        {
            bool isAllowed = header.Type == ContentType.ChangeCipherSpec || (header.Type == ContentType.Alert && AllowsPlaintextAlert);
            if (!isAllowed)
            {
                throw Fault.PlaintextRecord(header.Type);
            }

            record = new InboundRecord { Type = header.Type, Content = fragment, WasProtected = false };
            return true;
        }

        if (opener.SequenceNumber >= opener.RecordLimit)
        {
            throw Fault.ReadLimitReached();
        }

        if (!opener.TryOpenInto(headerBytes, fragment, destination, out ContentType type, out Span<byte> content, out int innerLength))
        {
            if (EarlyDataSkipping == EarlyDataSkipping.UntilFirstOpened && !_openedUnderThisKey)
            {
                SkipEarlyData(fragment.Length);
                return false;
            }

            throw Fault.BadRecord();
        }

        if (innerLength > MaxInnerLength - (opener.HidesContentType ? 0 : 1) || content.Length > RecordLimits.MaxPlaintext)
        {
            throw Fault.RecordTooLong();
        }

        _openedUnderThisKey = true;
        AllowsPlaintextAlert = false;
        EarlyDataSkipping = EarlyDataSkipping.None;
        record = new InboundRecord { Type = type, Content = content, WasProtected = true };
        return true;
    }

    private void SkipEarlyData(int length)
    {
        // Empty records count too, or there could be any number of them.
        _skippedEarlyData += Math.Max(length, 1);
        if (_skippedEarlyData > RecordLimits.MaxSkippedEarlyData)
        {
            throw Fault.TooMuchEarlyData();
        }
    }

    // At once: what is no record has no length to wait for.
    private static void CheckType(RecordHeader header)
    {
        if (header.Type.Value < ContentType.ChangeCipherSpec.Value || header.Type.Value > ContentType.ApplicationData.Value)
        {
            throw Fault.UnexpectedRecord(header.Type);
        }
    }

    private void CheckLength(RecordHeader header)
    {
        int limit = RecordLimits.MaxPlaintext;
        if (_opener is not null && !(_opener.HidesContentType && header.Type != ContentType.ApplicationData))
        {
            limit += _opener.MaxExpansion;
        }
        else if (EarlyDataSkipping == EarlyDataSkipping.UntilSecondHello)
        {
            limit += 256;
        }

        if (header.Length > limit)
        {
            throw Fault.RecordTooLong();
        }
    }
}
