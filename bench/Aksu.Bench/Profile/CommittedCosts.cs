using System.Globalization;

namespace Aksu.Bench.Profile;

/// <summary>Costs that were counted once and committed, one a line: what, a tab, how much.</summary>
internal sealed class CommittedCosts(string file, double margin)
{
    // Next to nothing may come and go.
    private const double Slack = 0.2;

    /// <summary>Prints what has grown by more than the margin; 0 when nothing has.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="now">What was counted now.</param>
    /// <param name="update">Whether it becomes what is committed, and nothing is compared.</param>
    public int Compare(TextWriter output, SortedDictionary<string, double> now, bool update)
    {
        if (update)
        {
            IEnumerable<string> lines = now.Select(
                static cost => string.Create(CultureInfo.InvariantCulture, $"{cost.Key}\t{cost.Value:0.#}"));
            File.WriteAllLines(file, lines);
            return 0;
        }

        int worse = 0;
        Dictionary<string, double> before = Read();
        foreach ((string name, double value) in now)
        {
            double known = before.GetValueOrDefault(name);
            if (value > (known * margin) + Slack)
            {
                worse++;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.#}, was {known:0.#}"));
            }
        }

        output.WriteLine(worse == 0 ? $"Nothing costs more than {Path.GetFileName(file)} says." : $"{worse} costs have grown.");
        return worse == 0 ? 0 : 1;
    }

    private Dictionary<string, double> Read() => File.ReadLines(file)
        .Select(static line => line.Split('\t'))
        .ToDictionary(static fields => fields[0], static fields => double.Parse(fields[1], CultureInfo.InvariantCulture));
}
