namespace Aksu.Bench.Measuring;

/// <summary>What a number of operations cost.</summary>
/// <param name="Operations">How many there were.</param>
/// <param name="Cpu">CPU time of the whole process, user and kernel.</param>
/// <param name="AllocatedBytes">Bytes allocated: on the managed heap by the thread that works, or by libssl where there is none.</param>
internal readonly record struct Sample(int Operations, TimeSpan Cpu, long AllocatedBytes)
{
    public double PerCpuSecond => Operations / Cpu.TotalSeconds;

    public double AllocatedPerOperation => (double)AllocatedBytes / Operations;
}
