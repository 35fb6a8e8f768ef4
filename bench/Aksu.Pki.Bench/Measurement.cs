using System.Diagnostics;

namespace Aksu.Pki.Bench;

/// <summary>Time and memory of one operation.</summary>
internal readonly record struct Measurement(double Microseconds, double AllocatedBytes)
{
    private const int Batches = 15;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(150);

    /// <summary>The median batch.</summary>
    public static Measurement Of(Action operation)
    {
        int count = Calibrate(operation);
        var measurements = new Measurement[Batches];
        for (int batch = 0; batch < Batches; batch++)
        {
            long memory = GC.GetAllocatedBytesForCurrentThread();
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0; i < count; i++)
            {
                operation();
            }

            double time = Stopwatch.GetElapsedTime(begin).TotalMicroseconds / count;
            measurements[batch] = new Measurement(time, (double)(GC.GetAllocatedBytesForCurrentThread() - memory) / count);
        }

        Array.Sort(measurements, static (left, right) => left.Microseconds.CompareTo(right.Microseconds));
        return measurements[Batches / 2];
    }

    private static int Calibrate(Action operation)
    {
        long begin = Stopwatch.GetTimestamp();
        int count = 0;
        while (Stopwatch.GetElapsedTime(begin) < 2 * BatchTime)
        {
            operation();
            count++;
        }

        return Math.Max(1, count / 2);
    }
}
