using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Inspection.Connections;

/// <summary>
/// The keys under which one side sends: the present one, and those that may come next. What they cannot open stays closed.
/// </summary>
internal sealed class SideKeys : IDisposable
{
    private readonly List<RecordKey> _upcoming = [];

    /// <summary>Whether records of this side are encrypted from here on.</summary>
    public bool IsProtected { get; private set; }

    /// <summary>The key in use; null when there is none, or it is not known.</summary>
    public RecordKey? Current { get; private set; }

    /// <summary>
    /// Records are encrypted from here on, under this key if it is known; a key of before still counts until this one opens one.
    /// </summary>
    public void Announce(RecordKey? key)
    {
        IsProtected = true;
        if (key is not null)
        {
            _upcoming.Add(key);
        }
    }

    /// <summary>The keys of before are done with; this one counts, if it is known.</summary>
    public void Change(RecordKey? key)
    {
        IsProtected = true;
        Forget();
        Current = key;
    }

    /// <summary>Opens a record under the present key, or under one that was announced, which then is the present one.</summary>
    public bool TryOpen(ReadOnlySpan<byte> record, out ContentType type, out byte[] content)
    {
        if (Current is not null && TryOpen(Current, record, out type, out content))
        {
            return true;
        }

        for (int i = 0; i < _upcoming.Count; i++)
        {
            if (TryOpen(_upcoming[i], record, out type, out content))
            {
                RecordKey opened = _upcoming[i];
                _upcoming.Remove(opened);
                Forget();
                Current = opened;
                return true;
            }
        }

        type = default;
        content = [];
        return false;
    }

    public void Dispose() => Forget();

    private static bool TryOpen(RecordKey key, ReadOnlySpan<byte> record, out ContentType type, out byte[] content)
    {
        // Opening is in place, and another key may have to try the same bytes.
        byte[] copy = record[RecordHeader.Size..].ToArray();
        bool isOpen = key.Opener.TryOpen(record[..RecordHeader.Size], copy, out type, out Span<byte> opened, out _);
        content = isOpen ? opened.ToArray() : [];
        return isOpen;
    }

    private void Forget()
    {
        Current?.Dispose();
        Current = null;
        foreach (RecordKey key in _upcoming)
        {
            key.Dispose();
        }

        _upcoming.Clear();
    }
}
