namespace Aksu.Pki.Tests.Limbo;

/// <summary>Cases whose expectation is not met on purpose, each with the reason. A case that is met must not stand here.</summary>
internal static class LimboExceptions
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal);
}
