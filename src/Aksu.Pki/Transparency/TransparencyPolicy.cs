namespace Aksu.Pki.Transparency;

/// <summary>Which logs are believed, and how many of them must have promised to show a certificate. Immutable.</summary>
public sealed record TransparencyPolicy
{
    /// <summary>The logs that count.</summary>
    public required IReadOnlyList<TransparencyLog> Logs
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value];
        }
    }

    /// <summary>From how many different logs a right timestamp is needed.</summary>
    public int RequiredLogs { get; init; } = 2;

    /// <summary>How far clocks may differ before a timestamp is from the future.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);
}
