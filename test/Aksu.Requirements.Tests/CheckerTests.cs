namespace Aksu.Requirements.Tests;

/// <summary>The checker itself: each kind of fault is seen.</summary>
public sealed class CheckerTests : IDisposable
{
    private const string Code = "- code: `Reader.cs#Read`\n";

    private const string Test = "- test: `ReaderTests.cs#Refuses_what_is_wrong`\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("aksu-requirements-").FullName;

    public CheckerTests()
    {
        File.WriteAllText(Path.Combine(_folder, "Reader.cs"), """
            namespace Example;

            /// <summary>Write( is no member.</summary>
            internal sealed class Reader(int size)
            {
                private const int Limit = 5;

                public int Size => size;

                public static int Read(string text) => Parse(text);

                private static int Parse(string text)
                {
                    int inner = text.Length;
                    return inner;
                }
            }
            """);
        File.WriteAllText(Path.Combine(_folder, "ReaderTests.cs"), """
            public sealed class ReaderTests
            {
                [Fact]
                public void Refuses_what_is_wrong()
                {
                }

                [Theory]
                [InlineData(1)]
                public async Task Reads_numbers(int number)
                {
                }

                [Fact(Skip = "later")]
                public void Is_switched_off()
                {
                }

                public void Is_no_test()
                {
                }
            }
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_list_that_is_in_order_has_no_fault()
    {
        string[] lists =
        [
            """
            # RFC 1: an example

            What stands before the first section explains the list.

            - so does this

            ## 2.1 Reading

            **RFC1-2.1-1** MUST, both. Reads what is
            there.

            - code: `Reader.cs#Read`, `Reader.cs#Limit`,
              `Reader.cs#Size`, `Reader.cs#Reader`
            - test: `ReaderTests.cs#Refuses_what_is_wrong`
            - test: `ReaderTests.cs#Reads_numbers`

            **RFC1-2.1-2** MUST NOT, client. Writes.

            - exception: nobody has ever been known to want that

            ## A.1

            **RFC1-A.1-1** MUST, server. Something for applications.

            - not applicable: this library is no application
            """,
        ];
        RequirementList list = RequirementList.Read("rfc1.md", lists[0]);

        Assert.Empty(FaultsIn(list));
        Assert.Equal("Reads what is there.", list.Requirements[0].Text);
        Assert.Equal(
            """
            | specification | about | requirements | held | exceptions | not applicable |
            | --- | --- | ---: | ---: | ---: | ---: |
            | [RFC 1](rfc1.md) | an example | 3 | 1 | 1 | 1 |
            | all |  | 3 | 1 | 1 | 1 |

            """.ReplaceLineEndings("\n"),
            SummaryTable.Of([list]));
    }

    [Theory]
    [InlineData("- code: `Nowhere.cs#Read`\n" + Test, "Nowhere.cs#Read: there is no such file")]
    [InlineData("- code: `Reader.cs#Write`\n" + Test, "Reader.cs#Write: the file declares no such member")]
    [InlineData("- code: `Reader.cs#inner`\n" + Test, "Reader.cs#inner: the file declares no such member")]
    [InlineData("- code: `Reader.cs`\n" + Test, "Reader.cs: is not of the form File.cs#Name")]
    [InlineData(Code + "- test: `NoTests.cs#Reads`\n", "NoTests.cs#Reads: there is no such file")]
    [InlineData(Code + "- test: `ReaderTests.cs#Reads`\n", "ReaderTests.cs#Reads: the file has no such method")]
    [InlineData(Code + "- test: `ReaderTests.cs#Is_no_test`\n", "ReaderTests.cs#Is_no_test: the method is no test")]
    [InlineData(Code + "- test: `ReaderTests.cs#Is_switched_off`\n", "ReaderTests.cs#Is_switched_off: the test is switched off")]
    [InlineData(Test, "no code is named that holds it")]
    [InlineData(Code, "no test is named that holds it")]
    [InlineData("", "no code is named that holds it", "no test is named that holds it")]
    [InlineData("- exception:\n", "the exception has no reason")]
    [InlineData("- exception: because\n", "the exception has no reason")]
    [InlineData("- exception: it is as with RFC1-2.1-2 above\n", "there is no RFC1-2.1-2")]
    [InlineData("- not applicable:\n", "it is not said why it does not apply")]
    [InlineData("- not applicable: this library is no middlebox\n" + Code, "what does not apply is held by nothing")]
    [InlineData(
        "- not applicable: this library is no middlebox\n- exception: this library is no middlebox\n",
        "it cannot be an exception and not apply")]
    public void What_holds_a_requirement_must_be_there(string fields, params string[] expected)
    {
        RequirementList list = RequirementList.Read("rfc1.md", $"# RFC 1: x\n\n## 2.1 Y\n\n**RFC1-2.1-1** MUST, both. Reads.\n\n{fields}");

        Assert.Equal(expected.Select(fault => $"rfc1.md:5: RFC1-2.1-1: {fault}"), FaultsIn(list));
    }

    [Theory]
    [InlineData("**RFC1-2.2-1** MUST, both. Reads.", "rfc1.md:5: RFC1-2.2-1: an id in this section is RFC1-2.1- and a number")]
    [InlineData("**RFC2-2.1-1** MUST, both. Reads.", "rfc1.md:5: RFC2-2.1-1: an id in this section is RFC1-2.1- and a number")]
    [InlineData("**RFC1-2.1-0** MUST, both. Reads.", "rfc1.md:5: RFC1-2.1-0: an id in this section is RFC1-2.1- and a number")]
    [InlineData("**RFC1-2.1-1** WILL, both. Reads.", "rfc1.md:5: RFC1-2.1-1: \"WILL, both\" is no level and side")]
    [InlineData("**RFC1-2.1-1** MUST, someone. Reads.", "rfc1.md:5: RFC1-2.1-1: \"MUST, someone\" is no level and side")]
    public void An_id_a_level_and_a_side_have_their_form(string opening, string expected) =>
        Assert.Equal([expected], FaultsIn(RequirementList.Read("rfc1.md", $"# RFC 1: x\n\n## 2.1 Y\n\n{opening}\n\n{Code}{Test}")));

    [Theory]
    [InlineData("- tests: `ReaderTests.cs#Reads_numbers`")]
    [InlineData("- code: Reader.cs#Read")]
    [InlineData("*RFC1-2.1-2* MUST, both. Reads.")]
    [InlineData("A word that belongs to nothing.")]
    [InlineData("### 2.1.1 Too deep")]
    public void What_cannot_be_read_is_a_fault(string line)
    {
        string text = $"# RFC 1: x\n\n## 2.1 Y\n\n**RFC1-2.1-1** MUST, both. Reads.\n\n{Code}{Test}\n{line}\n";

        Assert.Equal([$"rfc1.md:10: cannot be read: {line}"], FaultsIn(RequirementList.Read("rfc1.md", text)));
    }

    [Fact]
    public void No_id_stands_twice_not_in_another_list_either()
    {
        string text = $"# RFC 1: x\n\n## 2.1 Y\n\n**RFC1-2.1-1** MUST, both. Reads.\n\n{Code}{Test}";
        RequirementList first = RequirementList.Read("rfc1.md", text);
        RequirementList second = RequirementList.Read("rfc01.md", text);

        Assert.Equal(["rfc01.md:5: RFC1-2.1-1 stands twice"], FaultsIn(first, second));
    }

    [Fact]
    public void A_list_has_a_heading_and_requirements() => Assert.Equal(
        ["rfc1.md: has no heading \"# RFC number: title\"", "rfc1.md: has no requirement"],
        FaultsIn(RequirementList.Read("rfc1.md", "Nothing.\n")));

    [Fact]
    public void A_page_without_its_marks_has_no_table()
    {
        Assert.Null(SummaryTable.In("| a | b |\n"));
        Assert.Equal("| a |\n", SummaryTable.In("x\n<!-- counts -->\n| a |\n<!-- end of counts -->\n"));
    }

    private IReadOnlyList<string> FaultsIn(params RequirementList[] lists)
    {
        var tree = new SourceTree(_folder);
        return new RequirementCheck(tree, tree).FaultsIn(lists);
    }
}
