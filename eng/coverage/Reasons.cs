namespace Aksu.Coverage;

/// <summary>
/// Why members are not reached: a line that begins with '#' is a reason, and the lines after it name the members (file and member) for
/// which it holds; a file alone stands for all of its members.
/// </summary>
internal sealed class Reasons
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Those that nobody asked for: what they name is reached, or gone.</summary>
    public IEnumerable<string> Unused => _reasons.Keys.Except(_used);

    public static Reasons Load(string file)
    {
        var reasons = new Reasons();
        string reason = "";
        foreach (string line in File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.Length > 0))
        {
            if (line[0] == '#')
            {
                reason = line[1..].Trim();
            }
            else
            {
                reasons._reasons.Add(line, reason);
            }
        }

        return reasons;
    }

    public string? Of(string file, string member)
    {
        string? name = new[] { $"{file} {member}", file }.FirstOrDefault(_reasons.ContainsKey);
        if (name is null)
        {
            return null;
        }

        _used.Add(name);
        return _reasons[name];
    }
}
