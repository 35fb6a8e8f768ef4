using Aksu.Cli.Terminal;

namespace Aksu.Cli.Tests.Terminal;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("CN=localhost", "CN=localhost")]
    [InlineData("악수 ✓ ▶ 😀", "악수 ✓ ▶ 😀")]
    [InlineData("a\u001b[31mb", "a\\u{1B}[31mb")]
    [InlineData("a\u009b31mb", "a\\u{9B}31mb")]
    [InlineData("a\r\nb\t", "a\\u{D}\\u{A}b\\u{9}")]
    [InlineData("a\u202eb", "a\\u{202E}b")]
    [InlineData("a\u200bb\u2028", "a\\u{200B}b\\u{2028}")]
    public void What_could_steer_a_terminal_is_shown_as_its_number(string text, string safe) => Assert.Equal(safe, SafeText.Of(text));

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => Assert.DoesNotContain('\ud800', SafeText.Of("a\ud800b"));
}
