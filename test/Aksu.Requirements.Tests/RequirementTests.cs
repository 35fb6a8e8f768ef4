namespace Aksu.Requirements.Tests;

/// <summary>docs/requirements says what holds each requirement; here it is made sure that it is there.</summary>
public sealed class RequirementTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_requirement_names_code_and_tests_that_exist()
    {
        IReadOnlyList<RequirementList> lists = Repository.Lists();
        Assert.NotEmpty(lists);
        output.WriteLine(SummaryTable.Of(lists));

        var check = new RequirementCheck(
            new SourceTree(Path.Combine(Repository.Root, "src")), new SourceTree(Path.Combine(Repository.Root, "test")));
        IReadOnlyList<string> faults = check.FaultsIn(lists);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void The_counts_on_the_page_are_true()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Requirements, "README.md")).ReplaceLineEndings("\n");
        Assert.Equal(SummaryTable.Of(Repository.Lists()), SummaryTable.In(page));
    }
}
