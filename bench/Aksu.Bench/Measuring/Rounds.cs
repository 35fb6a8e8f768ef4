namespace Aksu.Bench.Measuring;

/// <summary>
/// Runs several works in turn, A B C A B C …, so that whatever else the machine does hits all of them alike. Each turn of each work takes
/// about the same CPU time, and a short one: rounds are many, and their medians stand against a noisy neighbour.
/// </summary>
internal sealed class Rounds(int count, TimeSpan turn, TimeSpan warmUp)
{
    public static Rounds Thorough { get; } = new(41, TimeSpan.FromMilliseconds(60), TimeSpan.FromSeconds(1.5));

    public static Rounds Quick { get; } = new(11, TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(500));

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

    /// <summary>Warms the work up (the compiler needs some hundreds of calls) and finds how often it goes into one turn.</summary>
    private int CountForOneTurn(Work work)
    {
        int tried = 16;
        TimeSpan spent = TimeSpan.Zero;
        while (true)
        {
            Sample sample = work.Measure(tried);
            spent += sample.Cpu;
            int fitting = (int)Math.Clamp(sample.PerCpuSecond * turn.TotalSeconds, 1, 100_000_000);
            if (spent >= warmUp)
            {
                return fitting;
            }

            tried = Math.Min(fitting, tried * 8);
        }
    }
}
