namespace Aksu.Inspection.Texts;

/// <summary>A language that explanations are written in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Korean.</summary>
    Korean,
}
