namespace Aksu.Mutation;

/// <summary>The switches. This file is a part of the mutated engine, and of this program's worker only by way of it.</summary>
public static class Mutant
{
    /// <summary>The one mutation that is on; -1 for none.</summary>
    public static volatile int Active = -1;

    /// <summary>Where it is noted which mutations are come by; null where it is not.</summary>
    public static volatile bool[]? Reached;

    public static bool Is(int id)
    {
        if (Reached is { } reached)
        {
            reached[id] = true;
        }

        return id == Active;
    }
}
