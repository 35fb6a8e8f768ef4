namespace Aksu.Pki;

/// <summary>How a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>As it should be.</summary>
    Passed,
    /// <summary>The path is refused because of it.</summary>
    Failed,
    /// <summary>Not as it should be, but the policy lets it pass.</summary>
    Tolerated,
}
