using System.Text.RegularExpressions;
using Aksu.Inspection.Texts;
using Aksu.Page.Tests.Support;
using Microsoft.Playwright;

namespace Aksu.Page.Tests;

/// <summary>The page of <c>aksu scan --html</c>.</summary>
public sealed partial class ScanPageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Theory]
    [InlineData(1280, ColorScheme.Light, Language.English)]
    [InlineData(1280, ColorScheme.Dark, Language.Korean)]
    [InlineData(390, ColorScheme.Dark, Language.English)]
    [InlineData(390, ColorScheme.Light, Language.Korean)]
    public async Task It_is_accessible_in_both_languages_and_themes_wide_and_narrow(int width, ColorScheme theme, Language language)
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page(language), width, theme: theme);
        await page.ExpectAccessibleAsync();
        await page.ExpectCalmAsync();
        await page.KeepAsync($"scan-{language}-{theme}-{width}");
    }

    [Fact]
    public async Task The_language_changes_every_word_by_mouse_and_by_keyboard()
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page());
        await ExpectEnglishAsync(page);
        await page.Tab.Locator("label[for=in-ko]").ClickAsync();
        await ExpectKoreanAsync(page);
        await page.Tab.Keyboard.PressAsync("ArrowLeft");
        await ExpectEnglishAsync(page);
        await page.ExpectAccessibleAsync();
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_a_person_chooses()
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page(), theme: ColorScheme.Dark);
        string dark = await page.Tab.EvaluateAsync<string>(Background);
        await page.Tab.Locator("label[for=theme-light]").ClickAsync();
        string light = await page.Tab.EvaluateAsync<string>(Background);
        Assert.NotEqual(dark, light);
        await page.ExpectAccessibleAsync();
        await page.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await page.Tab.Locator("label[for=theme-auto]").ClickAsync();
        Assert.Equal(light, await page.Tab.EvaluateAsync<string>(Background));
        await page.Tab.Locator("label[for=theme-dark]").ClickAsync();
        Assert.Equal(dark, await page.Tab.EvaluateAsync<string>(Background));
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task Paper_is_white_and_has_no_switches()
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page());
        await page.Tab.Locator("label[for=theme-dark]").ClickAsync();
        await page.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)", await page.Tab.EvaluateAsync<string>(Background));
        Assert.False(await page.Tab.Locator(".tools").IsVisibleAsync());
        await page.ExpectAccessibleAsync();
        Assert.True((await page.Tab.PdfAsync()).Length > 10_000);
    }

    [Fact]
    public async Task Weaknesses_come_first_the_worst_of_them_at_the_top_and_weak_suites_are_marked()
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page());
        Assert.Contains("Weaknesses", await page.Tab.Locator("h2").First.InnerTextAsync(), StringComparison.Ordinal);
        IReadOnlyList<string> severities = await page.Tab.Locator(".severity").AllInnerTextsAsync();
        Assert.Equal(["high", "medium", "low"], severities.Distinct());
        Assert.Contains("TLS_RSA_WITH_RC4_128_SHA", await page.Tab.Locator(".values .weak").AllInnerTextsAsync());
        Assert.Contains("rsa_pkcs1_sha1", await page.Tab.Locator(".values .weak").AllInnerTextsAsync());
        Assert.DoesNotContain("TLS_AES_128_GCM_SHA256", await page.Tab.Locator(".values .weak").AllInnerTextsAsync());
        Assert.True(await page.Tab.Locator(".certificate .findings li").CountAsync() > 0);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</title><script>alert(1)</script>")]
    public async Task Hostile_text_is_text(string hostile)
    {
        await using OpenPage page = await browser.OpenAsync(SampleReport.Page(target: hostile));
        Assert.Contains(hostile, await page.Tab.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Tab.Locator("img, svg, iframe, script").CountAsync());
        await page.ExpectCalmAsync();
    }

    private static async Task ExpectEnglishAsync(OpenPage page)
    {
        string text = await page.Tab.Locator("body").InnerTextAsync();
        Assert.Equal(["한국어"], Korean().Matches(text).Select(static match => match.Value));
    }

    private static async Task ExpectKoreanAsync(OpenPage page)
    {
        string text = (await page.Tab.Locator("body").InnerTextAsync()).Replace("PKCS#1 with SHA", "", StringComparison.Ordinal)
            .Replace("ECDSA with SHA", "", StringComparison.Ordinal);
        Assert.Contains("약점", text, StringComparison.Ordinal);
        Assert.Empty(EnglishWord().Matches(text).Select(static match => match.Value));
    }

    [GeneratedRegex("[가-힣]+")]
    private static partial Regex Korean();

    /// <summary>English cannot do without these words; registered names have underscores around theirs.</summary>
    [GeneratedRegex(@"\b(the|is|was|not|and|of|with|for|from|this|that|it)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();
}
