using Aksu.Bench.Contestants;
using Aksu.Bench.Idle;
using Aksu.Bench.Measuring;
using Aksu.Bench.Reports;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench;

/// <summary>Measures every contestant in every scenario, in one run.</summary>
internal sealed class Comparison(IReadOnlyList<Contestant> contestants, Rounds rounds, int idleConnections, Action<string> progress)
{
    public List<Row> Run(string? only)
    {
        IEnumerable<string> timed =
        [
            .. HandshakeScenario.All.Select(static s => s.Title),
            .. RecordScenario.All.Select(static s => s.Title),
            .. SocketScenario.All.Select(static s => s.Title),
        ];
        if (timed.Any(title => Wanted(title, only)))
        {
            WarmUp();
        }

        var rows = new List<Row>();
        var memory = new List<Row>();
        foreach (HandshakeScenario scenario in HandshakeScenario.All.Where(scenario => Wanted(scenario.Title, only)))
        {
            progress(scenario.Title);
            Dictionary<string, Sample[]> samples = Measure(contestant => contestant.Handshakes(scenario));
            Dictionary<string, double[]> figures = Figures(samples, static sample => sample.PerCpuSecond);
            rows.Add(new Row(scenario.Title, "handshakes/s", isHigherBetter: true, figures));
            memory.Add(Allocations(scenario.Title, "B/handshake", samples));
        }

        foreach (RecordScenario scenario in RecordScenario.All.Where(scenario => Wanted(scenario.Title, only)))
        {
            progress(scenario.Title);
            Dictionary<string, Sample[]> samples = Measure(contestant => contestant.Records(scenario));
            Dictionary<string, double[]> figures = Figures(samples, sample => sample.PerCpuSecond * scenario.Size / 1e6);
            rows.Add(new Row(scenario.Title, "MB/s", isHigherBetter: true, figures));
            memory.Add(Allocations(scenario.Title, "B/record", samples));
        }

        foreach (SocketScenario scenario in SocketScenario.All.Where(scenario => Wanted(scenario.Title, only)))
        {
            progress(scenario.Title);
            Dictionary<string, Sample[]> samples = Measure(contestant => contestant.Sockets(scenario));
            Dictionary<string, double[]> figures = Figures(samples, sample => sample.PerCpuSecond * scenario.UnitsPerOperation);
            rows.Add(new Row(scenario.Title, scenario.Unit, isHigherBetter: true, figures));
        }

        rows.AddRange(memory);
        if (Wanted("Idle", only))
        {
            progress("Idle connections");
            rows.AddRange(IdleMemory.Measure(contestants.Where(static c => c.HasIdle).Select(static c => c.Name), idleConnections));
        }

        return rows;
    }

    private void WarmUp()
    {
        progress("Warm-up");
        List<Work> works =
        [
            .. from contestant in contestants
               from scenario in HandshakeScenario.All
               where scenario.Certificates == CertificateKind.EcdsaP256
               select contestant.Handshakes(scenario) into work
               where work is not null
               select work,
            .. from contestant in contestants
               from scenario in RecordScenario.All
               select contestant.Records(scenario) into work
               where work is not null
               select work,
            .. from contestant in contestants
               from scenario in SocketScenario.All
               where scenario.Workload != SocketWorkload.Handshakes
               select contestant.Sockets(scenario) into work
               where work is not null
               select work,
        ];
        rounds.WarmUp(works);
        works.ForEach(static work => work.Dispose());
    }

    private static bool Wanted(string title, string? only) => only is null || title.Contains(only, StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, Sample[]> Measure(Func<Contestant, Work?> work)
    {
        var works = new Dictionary<string, Work>();
        try
        {
            foreach (Contestant contestant in contestants)
            {
                if (work(contestant) is { } own)
                {
                    works[contestant.Name] = own;
                }
            }

            return rounds.Run(works);
        }
        finally
        {
            foreach (Work own in works.Values)
            {
                own.Dispose();
            }
        }
    }

    private static Dictionary<string, double[]> Figures(Dictionary<string, Sample[]> samples, Func<Sample, double> figure) =>
        samples.ToDictionary(static entry => entry.Key, entry => entry.Value.Select(figure).ToArray());

    private static Row Allocations(string title, string unit, Dictionary<string, Sample[]> samples) =>
        new("Allocated: " + title, unit, isHigherBetter: false, Figures(samples, static sample => sample.AllocatedPerOperation));
}
