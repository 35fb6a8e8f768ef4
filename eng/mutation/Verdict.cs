namespace Aksu.Mutation;

/// <summary>What became of a mutation.</summary>
internal enum Verdict
{
    /// <summary>A test fails.</summary>
    Killed,

    /// <summary>A test does not come to its end.</summary>
    TimedOut,

    /// <summary>All tests that come by it pass.</summary>
    Survived,

    /// <summary>No test comes by it, or none where it makes a difference.</summary>
    NotReached,
}
