using System.Diagnostics.Tracing;

namespace Aksu.Soak.Counting;

/// <summary>Counts what is rented from the shared pools and given back, by the events that the pools write themselves.</summary>
internal sealed class PoolBalance : EventListener
{
    private const int Rented = 1;
    private const int Returned = 3;

    private long _outstanding;

    /// <summary>Buffers that somebody has; only differences mean something.</summary>
    public long Outstanding => Interlocked.Read(ref _outstanding);

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
        {
            EnableEvents(eventSource, EventLevel.Verbose);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventId == Rented)
        {
            Interlocked.Increment(ref _outstanding);
        }
        else if (eventData.EventId == Returned)
        {
            Interlocked.Decrement(ref _outstanding);
        }
    }
}
