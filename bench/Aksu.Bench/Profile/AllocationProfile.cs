using System.Diagnostics.Tracing;
using System.Globalization;
using Aksu.Bench.Contestants;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Profile;

/// <summary>What our handshakes allocate, by type: the runtime samples at random, one of every hundred kilobytes.</summary>
internal sealed class AllocationProfile : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords AllocationSampling = (EventKeywords)0x80000000000;

    private readonly Dictionary<string, long> _byType = [];

    public static void Print(TextWriter output, string? only)
    {
        foreach (HandshakeScenario scenario in HandshakeScenario.All.Where(scenario => EngineParty.Supports(scenario.Version)))
        {
            if (only is null || scenario.Title.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                using (var engine = new EngineHandshakes(scenario))
                {
                    Print(output, $"{scenario.Title}, engine", engine);
                }

                using var stream = new TlsStreamHandshakes(scenario);
                Print(output, $"{scenario.Title}, TlsStream", stream);
            }
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Informational, AllocationSampling);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == "AllocationSampled")
        {
            string type = (string)ValueOf(eventData, "TypeName");
            if (type.EndsWith("[]", StringComparison.Ordinal))
            {
                type += string.Create(CultureInfo.InvariantCulture, $" of {ValueOf(eventData, "ObjectSize")} bytes");
            }

            lock (_byType)
            {
                _byType[type] = _byType.GetValueOrDefault(type) + 1;
            }
        }
    }

    private static object ValueOf(EventWrittenEventArgs eventData, string name) =>
        eventData.Payload![eventData.PayloadNames!.IndexOf(name)]!;

    private static void Print(TextWriter output, string title, Work work)
    {
        const int Handshakes = 20_000;
        work.Measure(500);
        using var profile = new AllocationProfile();
        double each = work.Measure(Handshakes).AllocatedPerOperation;
        long all = profile._byType.Values.Sum();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {each:0} B for a handshake, both sides"));
        foreach ((string type, long count) in profile._byType.OrderByDescending(static entry => entry.Value).Take(60))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {each * count / all,7:0} B  {type}"));
        }
    }
}
