using System.Diagnostics;

namespace Aksu.Pki.Bench;

/// <summary>What one operation costs.</summary>
/// <param name="Microseconds">Processor time of the process, so that other work on the machine does not count.</param>
/// <param name="AllocatedBytes">Memory taken from the heap.</param>
internal readonly record struct Measurement(double Microseconds, double AllocatedBytes)
{
    private const int Rounds = 11;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(150);

    /// <summary>The median batch of each operation; batches take turns, so that all meet the same conditions.</summary>
    public static Measurement[] Of(params Action[] operations)
    {
        int[] counts = Array.ConvertAll(operations, Calibrate);
        Measurement[][] measurements = Array.ConvertAll(operations, static _ => new Measurement[Rounds]);
        for (int round = 0; round < Rounds; round++)
        {
            for (int index = 0; index < operations.Length; index++)
            {
                measurements[index][round] = Batch(operations[index], counts[index]);
            }
        }

        return Array.ConvertAll(measurements, static batches => batches.OrderBy(static batch => batch.Microseconds).ElementAt(Rounds / 2));
    }

    private static Measurement Batch(Action operation, int count)
    {
        long memory = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan begin = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < count; i++)
        {
            operation();
        }

        double time = (Environment.CpuUsage.TotalTime - begin).TotalMicroseconds / count;
        return new Measurement(time, (double)(GC.GetAllocatedBytesForCurrentThread() - memory) / count);
    }

    /// <summary>Warms up, and finds how often an operation fits into a batch.</summary>
    private static int Calibrate(Action operation)
    {
        long begin = Stopwatch.GetTimestamp();
        int count = 0;
        while (Stopwatch.GetElapsedTime(begin) < 3 * BatchTime)
        {
            operation();
            count++;
        }

        return Math.Max(1, count / 3);
    }
}
