using System.Text.RegularExpressions;

namespace Aksu.Requirements.Tests;

/// <summary>What is wrong with the lists: one line a fault, none when all is well.</summary>
/// <param name="code">The tree in which members are looked for.</param>
/// <param name="tests">The tree in which tests are looked for.</param>
internal sealed partial class RequirementCheck(SourceTree code, SourceTree tests)
{
    /// <summary>Shorter than this nobody gives a reason.</summary>
    private const int ShortestReason = 20;

    private static readonly string[] Levels = ["MUST", "MUST NOT", "SHOULD", "SHOULD NOT"];

    private static readonly string[] Sides = ["client", "server", "both", "verifier"];

    public IReadOnlyList<string> FaultsIn(IReadOnlyList<RequirementList> lists)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (RequirementList list in lists)
        {
            faults.AddRange(list.Faults);
            if (list.Requirements.Count == 0)
            {
                faults.Add($"{list.Name}: has no requirement");
            }

            foreach (Requirement requirement in list.Requirements)
            {
                if (!seen.Add(requirement.Id))
                {
                    faults.Add($"{requirement.Place}: {requirement.Id} stands twice");
                }

                faults.AddRange(FaultsIn(requirement, list).Select(fault => $"{requirement.Place}: {requirement.Id}: {fault}"));
            }
        }

        foreach (Requirement requirement in lists.SelectMany(list => list.Requirements))
        {
            foreach (Match mention in Mention().Matches(requirement.Exception + requirement.NotApplicable))
            {
                if (!seen.Contains(mention.Value))
                {
                    faults.Add($"{requirement.Place}: {requirement.Id}: there is no {mention.Value}");
                }
            }
        }

        return faults;
    }

    private IEnumerable<string> FaultsIn(Requirement requirement, RequirementList list)
    {
        string expected = $"{list.Specification.Replace(" ", "", StringComparison.Ordinal)}-{requirement.Section}-";
        if (!requirement.Id.StartsWith(expected, StringComparison.Ordinal) || !Number().IsMatch(requirement.Id[expected.Length..]))
        {
            yield return $"an id in this section is {expected} and a number";
        }

        if (!Levels.Contains(requirement.Level) || !Sides.Contains(requirement.Side))
        {
            yield return $"\"{requirement.Level}, {requirement.Side}\" is no level and side";
        }

        foreach (string fault in FaultsInStatus(requirement))
        {
            yield return fault;
        }

        foreach (string reference in requirement.Code)
        {
            if (code.FaultInMember(reference) is { } fault)
            {
                yield return fault;
            }
        }

        foreach (string reference in requirement.Tests)
        {
            if (tests.FaultInTest(reference) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> FaultsInStatus(Requirement requirement)
    {
        if (requirement.IsHeld && requirement.Code.Count == 0)
        {
            yield return "no code is named that holds it";
        }

        if (requirement.IsHeld && requirement.Tests.Count == 0)
        {
            yield return "no test is named that holds it";
        }

        if (requirement.Exception?.Length < ShortestReason)
        {
            yield return "the exception has no reason";
        }

        if (requirement.NotApplicable?.Length < ShortestReason)
        {
            yield return "it is not said why it does not apply";
        }

        if (requirement is { Exception: not null, NotApplicable: not null })
        {
            yield return "it cannot be an exception and not apply";
        }

        if (requirement.NotApplicable is not null && requirement.Code.Count + requirement.Tests.Count > 0)
        {
            yield return "what does not apply is held by nothing";
        }
    }

    [GeneratedRegex(@"\bRFC\d+-[0-9A-Z.]+-\d+")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^[1-9]\d*$")]
    private static partial Regex Number();
}
