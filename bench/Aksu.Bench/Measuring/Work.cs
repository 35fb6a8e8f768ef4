namespace Aksu.Bench.Measuring;

/// <summary>Something that can be done many times, and measured.</summary>
internal abstract class Work : IDisposable
{
    /// <summary>Does it this many times.</summary>
    protected abstract void Execute(int count);

    /// <summary>Does it this many times, and measures nothing.</summary>
    public void Run(int count) => Execute(count);

    /// <summary>Does it, and says what it cost this process.</summary>
    public virtual Sample Measure(int count)
    {
        // Of this thread: what the runtime does for itself on others (compiling methods anew, say) comes and goes.
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Execute(count);
        TimeSpan cpu = Environment.CpuUsage.TotalTime - before;
        return new Sample(count, cpu, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    public virtual void Dispose()
    {
    }
}
