using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Aksu.Page.Tests.Support;

/// <summary>A page in a tab. Whatever goes wrong in it (an error, a refused load, a dialog, a request) is kept.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _troubles = new();
    private readonly string _file;

    private OpenPage(IPage tab, string file)
    {
        Tab = tab;
        _file = file;
        tab.PageError += (_, error) => _troubles.Enqueue(error);
        tab.Console += (_, message) => _troubles.Enqueue($"{message.Type}: {message.Text}");
        tab.Dialog += (_, dialog) => _troubles.Enqueue($"dialog: {dialog.Message}");
        tab.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                _troubles.Enqueue($"request: {request.Url}");
            }
        };
    }

    public IPage Tab { get; }

    /// <summary>Shows a page that is written to a file, as a person would open it.</summary>
    public static async Task<OpenPage> ShowAsync(IPage tab, string html)
    {
        string file = Path.Combine(Path.GetTempPath(), $"aksu-page-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var page = new OpenPage(tab, file);
        await tab.GotoAsync(new Uri(file).AbsoluteUri);
        return page;
    }

    /// <summary>Nothing went wrong, and nothing reaches past the edge of the window.</summary>
    public async Task ExpectCalmAsync()
    {
        int overflow = await Tab.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the window.");
        Assert.Empty(_troubles);
    }

    /// <summary>The rules of WCAG 2.2 AA that a machine can check hold: contrast, roles, names, order.</summary>
    public async Task ExpectAccessibleAsync()
    {
        AxeResult result = await Tab.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join("\n", result.Violations.Select(static violation =>
                $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(static node => node.Html))}")));
    }

    /// <summary>
    /// Keeps a picture of the whole page, for a person to look at, in the folder that AKSU_SCREENSHOTS names, if it does.
    /// </summary>
    public async Task KeepAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("AKSU_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Tab.CloseAsync();
        File.Delete(_file);
    }
}
