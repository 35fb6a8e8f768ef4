using System.Globalization;

namespace Aksu.Bench.Idle;

/// <summary>What one side of an idle connection costs, in KiB.</summary>
/// <param name="Managed">Live objects, after collections that compact.</param>
/// <param name="Native">What is held of malloc; it may have become less, when something of before was given back.</param>
/// <param name="Resident">What the process grew by: with what the collector and malloc hold in reserve.</param>
internal readonly record struct IdleFigures(double Managed, double Native, double Resident)
{
    public double Held => Managed + Math.Max(Native, 0);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is anything else.</summary>
    public static IdleFigures? TryParse(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var managed, var native, var resident]
            ? new IdleFigures(Number(managed), Number(native), Number(resident))
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Managed:0.000} {Native:0.000} {Resident:0.000}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
