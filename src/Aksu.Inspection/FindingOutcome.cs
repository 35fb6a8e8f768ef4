namespace Aksu.Inspection;

/// <summary>What a check came to.</summary>
public enum FindingOutcome
{
    /// <summary>It is as it should be.</summary>
    Good,

    /// <summary>It is not as it should be.</summary>
    Bad,

    /// <summary>Worth knowing.</summary>
    Note,
}
