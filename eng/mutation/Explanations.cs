namespace Aksu.Mutation;

/// <summary>
/// The committed list of mutations that no test notices, each under its reason: a line that begins with '#' is a reason, and the lines
/// after it are the mutations for which it holds.
/// </summary>
internal sealed class Explanations
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => _reasons.Keys;

    public static Explanations Load(string file)
    {
        var explanations = new Explanations();
        string reason = "";
        bool wasReason = false;
        foreach (string line in File.ReadLines(file).Select(static line => line.Trim()).Where(static line => line.Length > 0))
        {
            if (line[0] == '#')
            {
                reason = wasReason ? $"{reason} {line[1..].Trim()}" : line[1..].Trim();
            }
            else if (reason.Length == 0 || !explanations._reasons.TryAdd(line, reason))
            {
                throw new InvalidDataException($"No reason, or twice: {line}");
            }

            wasReason = line[0] == '#';
        }

        return explanations;
    }

    public string? Of(Mutation mutation) => _reasons.GetValueOrDefault(mutation.Key);
}
