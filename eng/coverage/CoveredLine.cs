namespace Aksu.Coverage;

/// <summary>One line of source with code in it. It may stand in several methods: a lambda and what it is in.</summary>
internal sealed record CoveredLine(string File, int Number, string Member)
{
    public bool IsReached { get; set; }

    /// <summary>How many ways out of the conditions of this line there are.</summary>
    public int Branches { get; set; }

    public int ReachedBranches { get; set; }
}
