using Aksu.Testing.Engines;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>
/// A whole conversation whose every byte is the same in each run: a pair made anew, the handshake, then what the two ends do. Serves every
/// protocol version.
/// </summary>
/// <param name="Name">What it shows; the name of its golden file.</param>
/// <param name="Make">Makes the two ends.</param>
/// <param name="Script">What happens after the handshake; both ends come to rest after each step.</param>
internal sealed record Flow(string Name, Func<FlowEnds> Make, params Action<EnginePair>[] Script)
{
    /// <summary>Runs the conversation to its end or to the first failure.</summary>
    public FlowRun Run(Chunking? chunking = null, Func<Flight, byte[]>? inTransit = null)
    {
        FlowEnds ends = Make();
        var pair = new EnginePair(ends.Client, ends.Server) { Chunking = chunking ?? Chunking.Whole, InTransit = inTransit };
        pair.Pump();
        foreach (Action<EnginePair> step in Script)
        {
            if (!pair.IsEstablished || pair.Client.Failure is not null || pair.Server.Failure is not null)
            {
                break;
            }

            step(pair);
            pair.Pump();
        }

        return new FlowRun(pair, ends.Events);
    }

    public override string ToString() => Name;
}
