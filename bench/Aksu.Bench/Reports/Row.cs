using Aksu.Bench.Measuring;

namespace Aksu.Bench.Reports;

/// <summary>One line of the table: a figure for each contestant, and how many times better than the first one each is.</summary>
internal sealed class Row
{
    private readonly Dictionary<string, double[]> _rounds;

    /// <param name="title">What was measured.</param>
    /// <param name="unit">In what.</param>
    /// <param name="isHigherBetter">Whether more is better.</param>
    /// <param name="rounds">Each contestant's figures, round by round; those of one round belong together.</param>
    public Row(string title, string unit, bool isHigherBetter, Dictionary<string, double[]> rounds)
    {
        Title = title;
        Unit = unit;
        IsHigherBetter = isHigherBetter;
        _rounds = rounds;
    }

    public string Title { get; }

    public string Unit { get; }

    public bool IsHigherBetter { get; }

    public IEnumerable<string> Contestants => _rounds.Keys;

    public double? Of(string contestant) => _rounds.TryGetValue(contestant, out double[]? values) ? Median.Of(values) : null;

    /// <summary>How many times better one is than another: the median of the rounds' own ratios. Null where one has no figure.</summary>
    public double? Ratio(string contestant, string baseline)
    {
        if (!_rounds.TryGetValue(contestant, out double[]? own) || !_rounds.TryGetValue(baseline, out double[]? other))
        {
            return null;
        }

        return Median.Of(own.Zip(other, (a, b) => IsHigherBetter ? a / b : a == 0 && b == 0 ? 1 : b / a));
    }
}
