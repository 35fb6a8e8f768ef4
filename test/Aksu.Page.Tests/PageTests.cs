using System.Globalization;
using Aksu.Page.Tests.Support;
using Microsoft.Playwright;

namespace Aksu.Page.Tests;

public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Opened = ".message[aria-expanded=true]";

    public static TheoryData<string> Captures => ["tls13", "tls13-retry", "tls12-ecdhe", "tls12-rsa-cbc"];

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task Every_message_opens_by_mouse(string name)
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of(name));
        IReadOnlyList<string> steps = SamplePage.StepsOf(name);
        Assert.Equal(steps.Count, await page.Tab.Locator(".message").CountAsync());
        for (int number = 1; number <= steps.Count; number++)
        {
            ILocator message = page.Tab.Locator(Step(number));
            Assert.Contains(steps[number - 1], await message.InnerTextAsync(), StringComparison.Ordinal);
            await message.ClickAsync();
            Assert.True(await page.Tab.Locator(string.Create(CultureInfo.InvariantCulture, $"#detail-{number} .bytes")).IsVisibleAsync());
            Assert.True(await page.Tab.Locator(string.Create(CultureInfo.InvariantCulture, $"#detail-{number} .field")).CountAsync() > 0);
        }

        Assert.Equal(steps.Count, await page.Tab.Locator(Opened).CountAsync());
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task Every_message_opens_by_keyboard()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"));
        int count = SamplePage.StepsOf("tls13").Count;
        await page.Tab.Locator(Step(1)).FocusAsync();
        var reached = new HashSet<string>();
        for (int presses = 0; reached.Count < count && presses < 20 * count; presses++)
        {
            string id = await page.Tab.EvaluateAsync<string>("document.activeElement.id");
            if (id.StartsWith("step-", StringComparison.Ordinal) && reached.Add(id))
            {
                await page.Tab.Keyboard.PressAsync(reached.Count % 2 == 0 ? "Enter" : "Space");
                Assert.Equal("true", await page.Tab.Locator("#" + id).GetAttributeAsync("aria-expanded"));
                await page.Tab.Keyboard.PressAsync("Enter");
                Assert.Equal("false", await page.Tab.Locator("#" + id).GetAttributeAsync("aria-expanded"));
            }

            await page.Tab.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(count, reached.Count);
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task A_field_is_explained_by_pointing_and_by_walking_with_the_arrow_keys()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"));
        await page.Tab.Locator(Step(1)).ClickAsync();
        ILocator explanation = page.Tab.Locator("#detail-1 .explain");
        await page.Tab.Locator("#detail-1 .byte[data-at='10']").HoverAsync();
        Assert.Contains("random", await explanation.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(32, await page.Tab.Locator("#detail-1 .byte.on").CountAsync());

        // A pointer that rests would point at whatever scrolls under it.
        await page.Tab.Mouse.MoveAsync(0, 0);
        await page.Tab.Locator("#detail-1 .field").First.FocusAsync();
        Assert.Contains("msg_type", await explanation.InnerTextAsync(), StringComparison.Ordinal);
        await page.Tab.Keyboard.PressAsync("ArrowDown");
        await page.Tab.Keyboard.PressAsync("ArrowDown");
        Assert.Contains("legacy_version", await explanation.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("RFC 9846", await page.Tab.Locator("#detail-1").InnerTextAsync(), StringComparison.Ordinal);
        await page.ExpectCalmAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light, "en")]
    [InlineData(1280, ColorScheme.Dark, "ko")]
    [InlineData(390, ColorScheme.Dark, "en")]
    [InlineData(390, ColorScheme.Light, "ko")]
    public async Task It_is_accessible_in_both_languages_and_themes_wide_and_narrow(int width, ColorScheme theme, string language)
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"), width, theme: theme);
        await page.Tab.Locator($"[data-choice='{(language == "ko" ? 1 : 0)}']").ClickAsync();
        Assert.Equal(language, await page.Tab.EvaluateAsync<string>("document.documentElement.lang"));
        await page.ExpectAccessibleAsync();
        await page.KeepAsync($"page-{language}-{theme}-{width}");
        await page.Tab.Locator("#openAll").ClickAsync();
        await page.ExpectAccessibleAsync();
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task The_language_changes_every_word_of_the_page_and_keeps_what_is_open()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"));
        await page.Tab.Locator(Step(2)).ClickAsync();
        await page.Tab.Locator("[data-choice='1']").ClickAsync();
        Assert.Equal("TLS 연결을 바이트까지", await page.Tab.Locator("h1").InnerTextAsync());
        Assert.Equal("true", await page.Tab.Locator(Step(2)).GetAttributeAsync("aria-expanded"));
        Assert.Contains("서버가 버전과 암호 스위트를 고르고", await page.Tab.Locator("#detail-2").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("1", await page.Tab.EvaluateAsync<string>("document.activeElement.dataset.choice"));
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_a_person_chooses()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"), theme: ColorScheme.Dark);
        Assert.Equal("dark", await Theme(page));
        await page.Tab.Locator("[data-choice='light']").ClickAsync();
        Assert.Equal("light", await Theme(page));
        await page.Tab.Locator("[data-choice='auto']").ClickAsync();
        Assert.Equal("dark", await Theme(page));
    }

    [Fact]
    public async Task The_key_schedule_hangs_each_secret_from_the_one_it_comes_from()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"));
        ILocator main = page.Tab.Locator(".keys li:has(> details > summary:text-is('Main Secret'))").Last;
        string below = await main.InnerTextAsync();
        Assert.Contains("client_application_traffic_secret_0", below, StringComparison.Ordinal);
        Assert.DoesNotContain("handshake", below, StringComparison.Ordinal);
        await page.ExpectCalmAsync();
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("javascript:alert(1)")]
    public async Task Hostile_text_is_text(string hostile)
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.OfHello(HelloWith(hostile), hostile));
        await page.Tab.Locator("#openAll").ClickAsync();
        Assert.Contains(hostile, await page.Tab.Locator(".summary").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(hostile, await page.Tab.Locator(".notice.bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Tab.Locator("img, svg:not(.lock), iframe, main script, header script").CountAsync());
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task A_certificate_by_itself_is_shown_too()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.OfCertificate());
        Assert.Contains("tbsCertificate", await page.Tab.Locator(".fields").InnerTextAsync(), StringComparison.Ordinal);
        await page.ExpectAccessibleAsync();
        await page.ExpectCalmAsync();
    }

    [Fact]
    public async Task What_a_side_thought_of_the_certificates_is_told_with_each_check_in_both_languages()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.OfRefused("tls13"));
        Assert.Contains("Refused", await page.Tab.Locator("#certificates .verdict.bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "is self-signed and not among the trusted authorities",
            await page.Tab.Locator("#certificates .findings .bad").InnerTextAsync(),
            StringComparison.Ordinal);
        Assert.Contains("was not accepted", await page.Tab.Locator(".notice.bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Refused", await page.Tab.Locator(".between .bad").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.Tab.Locator("[data-choice='1']").ClickAsync();
        Assert.Contains("거부함", await page.Tab.Locator("#certificates .verdict.bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "자체 서명 인증서이며", await page.Tab.Locator("#certificates .findings .bad").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("받아들이지 않았습니다", await page.Tab.Locator(".notice.bad").InnerTextAsync(), StringComparison.Ordinal);
        await page.ExpectAccessibleAsync();
        await page.ExpectCalmAsync();
        await page.KeepAsync("page-refused-ko");
    }

    [Fact]
    public async Task Both_kinds_of_encryption_are_told_with_the_values_of_this_connection()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"));
        string told = await page.Tab.Locator("#encryption").InnerTextAsync();
        await page.Tab.Locator("#openAll").ClickAsync();
        foreach ((string side, int step) in new[] { ("client", 1), ("server", 2) })
        {
            string value = await page.Tab.Locator($".exchange .{side} .hexline").InnerTextAsync();
            string message = string.Join(' ', await page.Tab.Locator($"#detail-{step} .byte").AllInnerTextsAsync());
            Assert.Equal(32, value.Split(' ').Length);
            Assert.Contains(value, message, StringComparison.Ordinal);
        }

        Assert.Contains("GET / HTTP/1.0", told, StringComparison.Ordinal);
        Assert.Contains("client_application_traffic_secret_0", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_is_white_and_has_no_switches()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls13"), theme: ColorScheme.Dark);
        await page.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(
            "rgb(255, 255, 255)", await page.Tab.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.False(await page.Tab.Locator(".tools").IsVisibleAsync());
        await page.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task It_prints_with_everything_open()
    {
        await using OpenPage page = await browser.OpenAsync(SamplePage.Of("tls12-ecdhe"));
        byte[] document = await page.Tab.PdfAsync();
        Assert.True(document.Length > 20_000);
        Assert.Equal(SamplePage.StepsOf("tls12-ecdhe").Count, await page.Tab.Locator(Opened).CountAsync());
    }

    private static Task<string> Theme(OpenPage page) => page.Tab.EvaluateAsync<string>("document.documentElement.dataset.theme");

    private static string Step(int number) => string.Create(CultureInfo.InvariantCulture, $"#step-{number}");

    /// <summary>A ClientHello that asks for that name.</summary>
    private static byte[] HelloWith(string name)
    {
        static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];
        byte[] host = System.Text.Encoding.ASCII.GetBytes(name);
        byte[] entry = [0, .. U16(host.Length), .. host];
        byte[] list = [.. U16(entry.Length), .. entry];
        byte[] extension = [0, 0, .. U16(list.Length), .. list];
        byte[] body = [3, 3, .. new byte[32], 0, 0, 2, 0x13, 0x01, 1, 0, .. U16(extension.Length), .. extension];
        byte[] message = [1, 0, .. U16(body.Length), .. body];
        return [22, 3, 1, .. U16(message.Length), .. message];
    }
}
