using System.Diagnostics;

namespace Aksu.Bench.Profile;

/// <summary>Adds up how long each kind of operation takes, and how often it happens. One thread; operations do not nest.</summary>
internal sealed class OperationClock
{
    private readonly Dictionary<string, Entry> _entries = [];
    private bool _isRunning;

    public IEnumerable<(string Name, long Count, TimeSpan Time)> Totals =>
        _entries.Where(static entry => entry.Value.Count > 0)
            .Select(static entry => (entry.Key, entry.Value.Count, Stopwatch.GetElapsedTime(0, entry.Value.Ticks)));

    public void Reset()
    {
        foreach (Entry entry in _entries.Values)
        {
            entry.Count = 0;
            entry.Ticks = 0;
        }
    }

    /// <summary>
    /// What timing costs for each operation, in microseconds, so that it can be taken off: what is counted with the operation, and what is
    /// not.
    /// </summary>
    public static (double Within, double Around) Overhead()
    {
        const int Operations = 2000;
        const int Batches = 200;
        const string Nothing = "nothing";
        (double Within, double Around) least = default;
        var clock = new OperationClock();
        for (int batch = 0; batch < Batches; batch++)
        {
            clock.Reset();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Operations; i++)
            {
                using Scope scope = clock.Time(Nothing);
            }

            double whole = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Operations;
            double within = clock.Totals.Single().Time.TotalMicroseconds / Operations;
            if (batch == 0 || whole < least.Within + least.Around)
            {
                least = (within, whole - within);
            }
        }

        return least;
    }

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
