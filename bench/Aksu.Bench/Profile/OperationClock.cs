using System.Diagnostics;

namespace Aksu.Bench.Profile;

/// <summary>Adds up how long each kind of operation takes, and how often it happens. One thread; operations do not nest.</summary>
internal sealed class OperationClock
{
    private readonly Dictionary<string, Entry> _entries = [];
    private bool _isRunning;

    public IEnumerable<(string Name, long Count, TimeSpan Time)> Totals =>
        _entries.Select(static entry => (entry.Key, entry.Value.Count, Stopwatch.GetElapsedTime(0, entry.Value.Ticks)));

    public void Reset() => _entries.Clear();

    /// <summary>Times what happens until the result is disposed of. Within another operation it counts nothing.</summary>
    public Scope Time(string name)
    {
        if (_isRunning)
        {
            return default;
        }

        _isRunning = true;
        if (!_entries.TryGetValue(name, out Entry? entry))
        {
            _entries[name] = entry = new Entry();
        }

        return new Scope(this, entry);
    }

    internal sealed class Entry
    {
        public long Count { get; set; }

        public long Ticks { get; set; }
    }

    internal readonly ref struct Scope(OperationClock clock, Entry entry)
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose()
        {
            if (entry is not null)
            {
                entry.Ticks += Stopwatch.GetTimestamp() - _start;
                entry.Count++;
                clock._isRunning = false;
            }
        }
    }
}
