using System.Diagnostics;
using System.Globalization;

namespace Aksu.Timing;

/// <summary>
/// The method of dudect (Reparaz, Balasch, Verbauwhede 2017): two kinds of input come in random order, and a t-test says whether their
/// times differ. The slow end of both is cut off at several places, for interrupts say nothing; the worst of the cuts counts.
/// </summary>
/// <param name="name">What is measured.</param>
/// <param name="kinds">The two kinds of input.</param>
/// <param name="prepare">Puts an input of a kind (0 or 1) in place; not timed.</param>
/// <param name="run">What is timed.</param>
internal sealed class TimingTest(string name, (string First, string Second) kinds, Action<int> prepare, Action run)
{
    /// <summary>Over this a difference is there (the threshold of dudect).</summary>
    private const double Suspicious = 4.5;

    private static readonly double[] Cuts = [1, 0.99, 0.95, 0.9, 0.75, 0.5];

    /// <summary>Measures and prints one line; whether a difference was seen.</summary>
    public bool Measure(int samples)
    {
        double[] limits = Calibrate(Math.Min(samples / 10, 2000));
        WelchTest[] tests = [.. Cuts.Select(_ => new WelchTest())];
        for (int i = 0; i < samples; i++)
        {
            int kind = Random.Shared.Next(2);
            double time = Time(kind);
            for (int cut = 0; cut < Cuts.Length; cut++)
            {
                if (time <= limits[cut])
                {
                    tests[cut].Add(kind, time);
                }
            }
        }

        WelchTest worst = tests.MaxBy(test => Math.Abs(test.T))!;
        bool differs = Math.Abs(worst.T) > Suspicious;
        string outcome = differs ? "DIFFERENT" : "the same";
        string means = string.Create(CultureInfo.InvariantCulture, $"{worst.MeanOf(0):F0} / {worst.MeanOf(1):F0} ns");
        string t = Math.Abs(worst.T).ToString("F2", CultureInfo.InvariantCulture);
        Console.WriteLine($"{name}: {kinds.First} / {kinds.Second}: n = {samples}, {means}, |t| = {t} {outcome}");
        return differs;
    }

    private double[] Calibrate(int samples)
    {
        var times = new List<double>(samples);
        for (int i = 0; i < samples; i++)
        {
            times.Add(Time(i & 1));
        }

        times.Sort();
        return [.. Cuts.Select(cut => cut == 1 ? double.MaxValue : times[(int)(cut * (samples - 1))])];
    }

    private double Time(int kind)
    {
        prepare(kind);
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
