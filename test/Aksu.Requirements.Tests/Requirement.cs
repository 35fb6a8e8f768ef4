namespace Aksu.Requirements.Tests;

/// <summary>One requirement of a specification, as a list in docs/requirements has it.</summary>
/// <param name="Id">For example RFC9846-4.2.2-1: the specification, the section, a number.</param>
/// <param name="Section">The section under which it stands in the list.</param>
/// <param name="Level">MUST, MUST NOT, SHOULD …</param>
/// <param name="Side">Whom it binds.</param>
/// <param name="Text">What it demands, in our words.</param>
/// <param name="Code">The places that hold it: a file below src, "#", a member of it.</param>
/// <param name="Tests">The tests that hold it: a file below test, "#", a test in it.</param>
/// <param name="Exception">Why it is not held, or not wholly; null where it is.</param>
/// <param name="NotApplicable">Why it does not bind this library; null where it does.</param>
/// <param name="Place">File and line, for messages.</param>
internal sealed record Requirement(
    string Id,
    string Section,
    string Level,
    string Side,
    string Text,
    IReadOnlyList<string> Code,
    IReadOnlyList<string> Tests,
    string? Exception,
    string? NotApplicable,
    string Place)
{
    public bool IsHeld => Exception is null && NotApplicable is null;
}
