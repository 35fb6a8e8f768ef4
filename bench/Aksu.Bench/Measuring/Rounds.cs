namespace Aksu.Bench.Measuring;

/// <summary>
/// Runs several works in turn, A B C A B C …, so that whatever else the machine does hits all of them alike. Each turn of each work takes
/// about the same CPU time, and a short one: rounds are many, and their medians stand against a noisy neighbour.
/// </summary>
internal sealed class Rounds(int count, TimeSpan turn, int warmUps)
{
    // The runtime compiles hot methods anew, in two steps, on a thread of its own; it begins a tenth of a second after things calm down.
    private static readonly TimeSpan CompilerTime = TimeSpan.FromMilliseconds(300);

    public static Rounds Thorough { get; } = new(41, TimeSpan.FromMilliseconds(60), warmUps: 30);

    public static Rounds Quick { get; } = new(11, TimeSpan.FromMilliseconds(40), warmUps: 15);

    /// <summary>Runs works that are not measured until their code is compiled for good.</summary>
    public void WarmUp(IReadOnlyCollection<Work> works)
    {
        const int CallsThatCount = 40;
        for (int i = 0; i < warmUps; i++)
        {
            foreach (Work work in works)
            {
                work.Measure(CallsThatCount);
            }

            Thread.Sleep(CompilerTime);
        }
    }

    /// <summary>The samples of each work, one for each round.</summary>
    public Dictionary<string, Sample[]> Run(IReadOnlyDictionary<string, Work> works)
    {
        var counts = works.ToDictionary(static entry => entry.Key, entry => CountForOneTurn(entry.Value));
        var samples = works.ToDictionary(static entry => entry.Key, _ => new Sample[count]);
        for (int round = 0; round < count; round++)
        {
            foreach ((string name, Work work) in works)
            {
                GC.Collect();
                samples[name][round] = work.Measure(counts[name]);
            }
        }

        return samples;
    }

    /// <summary>How often the work goes into one turn.</summary>
    private int CountForOneTurn(Work work)
    {
        int fitting = 40;
        for (int i = 0; i < 3; i++)
        {
            fitting = (int)Math.Clamp(work.Measure(fitting).PerCpuSecond * turn.TotalSeconds, 40, 100_000_000);
        }

        return fitting;
    }
}
