using Aksu.Bench.Measuring;

namespace Aksu.Bench.StartUp;

/// <summary>What a program's start took, run by run, in milliseconds.</summary>
/// <param name="Title">Which program.</param>
/// <param name="Reached">From the start until it had done what it was started for.</param>
/// <param name="Processor">Processor time, user and kernel, until it had ended.</param>
internal sealed record StartUpTimes(string Title, IReadOnlyList<double> Reached, IReadOnlyList<double> Processor)
{
    /// <summary>A busy machine only adds to what the program itself needs.</summary>
    public double Least => Reached.Min();

    public double MedianReached => Median.Of(Reached);

    public double MedianProcessor => Median.Of(Processor);
}
