namespace Aksu.Bench.Measuring;

/// <summary>
/// Runs several works in turn, A B C A B C …, so that whatever else the machine does hits all of them alike. Each turn of each work takes
/// about the same CPU time, and a short one: rounds are many, and their medians stand against a noisy neighbour.
/// </summary>
internal sealed class Rounds(int count, TimeSpan turn, int patience)
{
    // The runtime compiles hot methods anew on a thread of its own, in two steps, each a tenth of a second after things calm down.
    private static readonly TimeSpan CompilerTime = TimeSpan.FromMilliseconds(200);

    public static Rounds Thorough { get; } = new(41, TimeSpan.FromMilliseconds(60), patience: 6);

    public static Rounds Quick { get; } = new(11, TimeSpan.FromMilliseconds(40), patience: 4);

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

    /// <summary>
    /// Warms the work up until it has not become faster for some turns, which is when its code is compiled for good, and finds how often it goes
    /// into one turn.
    /// </summary>
    private int CountForOneTurn(Work work)
    {
        const int Most = 60;
        int fitting = 40;
        double best = 0;
        for (int turns = 0, since = 0; turns < Most && since < patience; turns++, since++)
        {
            Sample sample = work.Measure(fitting);
            fitting = (int)Math.Clamp(sample.PerCpuSecond * turn.TotalSeconds, 40, 100_000_000);
            if (sample.PerCpuSecond > best * 1.01)
            {
                best = sample.PerCpuSecond;
                since = 0;
            }

            Thread.Sleep(CompilerTime);
        }

        return fitting;
    }
}
