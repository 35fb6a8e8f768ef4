using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Aksu.Coverage;

/// <summary>Reads what was measured, in Cobertura's form.</summary>
internal static partial class CoverageFile
{
    /// <summary>The lines of one assembly, in the order of its files.</summary>
    /// <param name="path">The file.</param>
    /// <param name="root">The repository: names of files are told from there.</param>
    /// <param name="source">The folder of the assembly's source.</param>
    public static IReadOnlyList<CoveredLine> Read(string path, string root, string source)
    {
        XDocument document = XDocument.Load(path);
        string[] sources = [.. document.Descendants("source").Select(static element => element.Value)];
        var lines = new Dictionary<(string, int), CoveredLine>();
        foreach (XElement type in document.Descendants("class"))
        {
            string file = Resolve((string)type.Attribute("filename")!, sources, root);
            if (!file.StartsWith(source + "/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (XElement method in type.Descendants("method"))
            {
                string member = MemberName((string)type.Attribute("name")!, (string)method.Attribute("name")!);
                foreach (XElement line in method.Descendants("line"))
                {
                    Add(lines, file, member, line);
                }
            }
        }

        return [.. lines.Values.OrderBy(static line => line.File, StringComparer.Ordinal).ThenBy(static line => line.Number)];
    }

    private static void Add(Dictionary<(string, int), CoveredLine> lines, string file, string member, XElement element)
    {
        int number = int.Parse((string)element.Attribute("number")!, CultureInfo.InvariantCulture);
        if (!lines.TryGetValue((file, number), out CoveredLine? line))
        {
            lines[(file, number)] = line = new CoveredLine(file, number, member);
        }

        line.IsReached |= (string)element.Attribute("hits")! != "0";
        if (Conditions().Match((string?)element.Attribute("condition-coverage") ?? "") is { Success: true } conditions)
        {
            line.Branches += int.Parse(conditions.Groups[2].Value, CultureInfo.InvariantCulture);
            line.ReachedBranches += int.Parse(conditions.Groups[1].Value, CultureInfo.InvariantCulture);
        }
    }

    private static string Resolve(string file, string[] sources, string root)
    {
        string path = Path.IsPathRooted(file)
            ? file
            : sources.Select(source => Path.Combine(source, file)).FirstOrDefault(File.Exists) ?? file;
        return Path.GetRelativePath(root, path).Replace('\\', '/');
    }

    /// <summary>The member as it is written: iterators, lambdas and local functions have names of their own.</summary>
    private static string MemberName(string type, string method)
    {
        string name = Written().Match(method) is { Success: true } inMethod ? inMethod.Groups[1].Value
            : Written().Match(type) is { Success: true } inType && inType.Groups[1].Length > 0 ? inType.Groups[1].Value
            : method;
        return name switch
        {
            ".ctor" or ".cctor" => "constructor",
            _ => name.Replace("get_", "", StringComparison.Ordinal).Replace("set_", "", StringComparison.Ordinal),
        };
    }

    [GeneratedRegex(@"\((\d+)/(\d+)\)")]
    private static partial Regex Conditions();

    [GeneratedRegex(@"<([^<>]+)>")]
    private static partial Regex Written();
}
