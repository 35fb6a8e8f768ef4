using System.Runtime.CompilerServices;
using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>
/// Whole conversations with seeded randomness, recorded as text. A change of any byte on the wire shows as a difference in Golden/; when
/// it is meant, run the tests once with AKSU_UPDATE_GOLDEN=1 and look at what changed.
/// </summary>
public sealed class GoldenFlowTests
{
    private const string UpdateSwitch = "AKSU_UPDATE_GOLDEN";

    public static TheoryData<string> Names => [.. AllFlows.List.Select(flow => flow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_as_recorded(string name)
    {
        string text = Write(AllFlows.Named(name));
        string path = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable(UpdateSwitch) == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no recording yet: run once with {UpdateSwitch}=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void No_recording_is_left_over()
    {
        IEnumerable<string> recorded = Directory.EnumerateFiles(Folder(), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(AllFlows.List.Select(flow => flow.Name).Order(), recorded.Order());
    }

    private static string Write(Flow flow)
    {
        using FlowRun run = flow.Run();
        Assert.True(run.IsComplete);
        var text = new StringBuilder();
        text.Append("# ").Append(flow.Name).Append("\n\n## What happens\n\n");
        foreach (string line in run.Events.Lines)
        {
            text.Append(line).Append('\n');
        }

        text.Append("\n## On the wire\n");
        foreach (Flight flight in run.Pair.Flights)
        {
            text.Append('\n').Append(flight.From == Sender.Client ? "client to server" : "server to client").Append('\n');
            foreach (WireRecord record in WireRecord.Split(flight.Bytes))
            {
                text.Append("  ").Append(new ContentType(record.Type)).Append($", {record.Version:x4}, {record.Fragment.Length} bytes\n");
                foreach (string line in FlowEvents.Lines32(record.Fragment))
                {
                    text.Append("    ").Append(line).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Golden");
}
