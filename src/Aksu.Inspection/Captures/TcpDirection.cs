namespace Aksu.Inspection.Captures;

/// <summary>
/// Puts the segments of one direction in order: what comes twice is dropped, what comes early waits for what is missing (RFC 9293
/// §3.10.7.4).
/// </summary>
internal sealed class TcpDirection
{
    private readonly SortedDictionary<uint, ReadOnlyMemory<byte>> _waiting = new();
    private uint _next;
    private bool _hasBegun;
    private int _waitingBytes;

    /// <summary>Whether bytes are missing that were never captured.</summary>
    public bool HasGap => _waiting.Count > 0;

    /// <summary>Takes a segment; returns the bytes that are in order now, possibly none.</summary>
    public List<ReadOnlyMemory<byte>> Take(TcpSegment segment)
    {
        var ready = new List<ReadOnlyMemory<byte>>();
        if (segment.IsSyn)
        {
            _next = segment.Sequence + 1;
            _hasBegun = true;
            return ready;
        }

        if (!_hasBegun)
        {
            _next = segment.Sequence;
            _hasBegun = true;
        }

        if (!Deliver(segment.Sequence, segment.Data, ready) && segment.Data.Length > 0 && _waitingBytes < CaptureLimits.MaxWaiting)
        {
            if (_waiting.TryAdd(segment.Sequence, segment.Data))
            {
                _waitingBytes += segment.Data.Length;
            }

            return ready;
        }

        while (_waiting.Count > 0 && TakeWaiting(ready))
        {
        }

        return ready;
    }

    private bool TakeWaiting(List<ReadOnlyMemory<byte>> ready)
    {
        foreach ((uint sequence, ReadOnlyMemory<byte> data) in _waiting)
        {
            if (Deliver(sequence, data, ready))
            {
                _waiting.Remove(sequence);
                _waitingBytes -= data.Length;
                return true;
            }
        }

        return false;
    }

    /// <summary>Sequence numbers go round: their distance is a signed number.</summary>
    private bool Deliver(uint sequence, ReadOnlyMemory<byte> data, List<ReadOnlyMemory<byte>> ready)
    {
        int behind = unchecked((int)(_next - sequence));
        if (behind < 0)
        {
            return false;
        }

        if (behind < data.Length)
        {
            ready.Add(data[behind..]);
            _next = unchecked(sequence + (uint)data.Length);
        }

        return true;
    }
}
