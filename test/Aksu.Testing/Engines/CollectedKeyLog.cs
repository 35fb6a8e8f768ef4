using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Testing.Engines;

/// <summary>Keeps the lines of a key log. Thread-safe.</summary>
public sealed class CollectedKeyLog : KeyLog
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The secret of the first line with this label, in hexadecimal.</summary>
    public string Secret(string label) =>
        Lines.First(line => line.StartsWith(label + " ", StringComparison.Ordinal)).Split(' ')[2];

    public override void WriteLine(ReadOnlySpan<char> line)
    {
        lock (_lines)
        {
            _lines.Add(line.ToString());
        }
    }
}
