using Aksu.Testing.Engines;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>What became of a flow.</summary>
internal sealed record FlowRun(EnginePair Pair, FlowEvents Events) : IDisposable
{
    /// <summary>Whether it went through to close_notify of both sides.</summary>
    public bool IsComplete =>
        Pair.Client is { Failure: null, IsClosed: true } && Pair.Server is { Failure: null, IsClosed: true };

    public void Dispose() => Pair.Dispose();
}
