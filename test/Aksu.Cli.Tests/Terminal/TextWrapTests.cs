using Aksu.Cli.Terminal;

namespace Aksu.Cli.Tests.Terminal;

public sealed class TextWrapTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("one two three", 20, "one two three")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 6, "one|two|three")]
    [InlineData("a verylongword b", 5, "a|verylongword|b")]
    [InlineData("악수 악수 악수", 9, "악수 악수|악수")]
    [InlineData("one  two", 20, "one  two")]
    public void Breaks_at_spaces(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TextWrap.Lines(text, width));
}
