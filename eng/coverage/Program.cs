using System.Globalization;
using System.Text;
using Aksu.Coverage;

// ROOT, then pairs of a folder of source and the file that was measured.
string root = Path.GetFullPath(args[0]);
string document = Path.Combine(root, "docs", "testing.md");
var reasons = Reasons.Load(Path.Combine(root, "eng", "coverage", "unreached.txt"));
var table = new StringBuilder("| part | lines | reached | branches | reached |\n| --- | ---: | ---: | ---: | ---: |\n");
var unreached = new Dictionary<string, List<string>>(StringComparer.Ordinal);
var open = new List<string>();
for (int i = 1; i + 1 < args.Length; i += 2)
{
    IReadOnlyList<CoveredLine> lines = CoverageFile.Read(args[i + 1], root, args[i]);
    string assembly = Path.GetFileName(args[i]);
    Row($"**{assembly}**", lines);
    foreach (IGrouping<string, CoveredLine> folder in lines
        .GroupBy(line => FolderOf(line.File, args[i]))
        .OrderBy(static folder => folder.Key))
    {
        Row($"{assembly}, {folder.Key}", [.. folder]);
    }

    foreach (IGrouping<(string File, string Member), CoveredLine> member in lines
        .Where(static line => !line.IsReached)
        .GroupBy(static line => (line.File, line.Member)))
    {
        string file = member.Key.File[(args[i].Length + 1)..];
        string? reason = reasons.Of(file, member.Key.Member);
        if (reason is null)
        {
            open.Add($"{file} {member.Key.Member}: {string.Join(", ", member.Select(static line => line.Number))}");
        }

        string shown = $"`{Path.GetFileNameWithoutExtension(file)}.{member.Key.Member}`";
        if (!unreached.TryGetValue(reason ?? "Not explained", out List<string>? names))
        {
            unreached[reason ?? "Not explained"] = names = [];
        }

        names.Add(shown);
    }
}

var text = new StringBuilder();
text.Append(table);
if (unreached.Count > 0)
{
    text.Append("\n| not reached: why | members with lines that no test reaches |\n| --- | --- |\n");
    foreach ((string reason, List<string> names) in unreached.OrderByDescending(static entry => entry.Value.Count))
    {
        text.Append(CultureInfo.InvariantCulture, $"| {reason} | {string.Join(", ", names.Distinct())} |\n");
    }
}

const string begin = "<!-- coverage: made by eng/coverage.sh -->\n";
const string end = "<!-- /coverage -->";
string page = File.ReadAllText(document);
int from = page.IndexOf(begin, StringComparison.Ordinal);
int to = page.IndexOf(end, StringComparison.Ordinal);
if (from < 0 || to < from)
{
    Console.Error.WriteLine("docs/testing.md has no marks for the table.");
    return 2;
}

File.WriteAllText(document, page[..(from + begin.Length)] + text + page[to..]);
foreach (string member in open)
{
    Console.WriteLine($"not reached and not explained: {member}");
}

string[] unused = [.. reasons.Unused];
foreach (string name in unused)
{
    Console.WriteLine($"explained, and reached or gone: {name}");
}

return open.Count + unused.Length == 0 ? 0 : 1;

void Row(string name, IReadOnlyList<CoveredLine> lines)
{
    int reached = lines.Count(static line => line.IsReached);
    int branches = lines.Sum(static line => line.Branches);
    int taken = lines.Sum(static line => line.ReachedBranches);
    table.Append(
        CultureInfo.InvariantCulture,
        $"| {name} | {lines.Count:#,0} | {Part(reached, lines.Count)} | {branches:#,0} | {Part(taken, branches)} |\n");
}

static string Part(int some, int all) => all == 0
    ? ""
    : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(1000.0 * some / all) / 10:0.0} %");

static string FolderOf(string file, string source) => file[(source.Length + 1)..] is var rest && rest.Contains('/')
    ? rest[..rest.IndexOf('/', StringComparison.Ordinal)]
    : "(root)";
