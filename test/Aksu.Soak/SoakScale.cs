namespace Aksu.Soak;

/// <summary>
/// How much is done. An ordinary test run takes the short form; AKSU_SOAK=full does all of it (eng/soak.sh).
/// </summary>
internal static class SoakScale
{
    private static bool IsFull { get; } = Environment.GetEnvironmentVariable("AKSU_SOAK") == "full";

    /// <summary>Connections through one server.</summary>
    public static int Connections => IsFull ? 10_000 : 600;

    /// <summary>From one byte position to the next: a prime, so that the short form wanders over every kind of byte.</summary>
    public static int PositionStep => IsFull ? 1 : 37;
}
