namespace Aksu.Fuzz;

/// <summary>One entrance for bytes of a stranger, or one kind of primitive.</summary>
/// <param name="Name">Its name on the command line, and that of its folder in fuzz/corpus.</param>
/// <param name="Run">
/// Takes the bytes in. It returns when they were taken or refused in the documented way; everything else is thrown, and is a find.
/// </param>
/// <param name="Seeds">Inputs that get past the first checks.</param>
internal sealed record FuzzTarget(string Name, Action<ReadOnlyMemory<byte>> Run, Func<IEnumerable<byte[]>> Seeds)
{
    /// <summary>Longer inputs are cut: a fuzzer gains nothing by them, and every run takes longer.</summary>
    public const int MaxLength = 32 * 1024;

    /// <summary>Runs once; the input ends in front of a page that nobody may touch.</summary>
    public void RunGuarded(ReadOnlySpan<byte> input)
    {
        using var guarded = new Memory.GuardedMemory(input[..Math.Min(input.Length, MaxLength)]);
        Run(guarded.Memory);
    }

    public override string ToString() => Name;
}
