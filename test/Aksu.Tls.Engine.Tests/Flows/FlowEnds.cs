using Aksu.Testing.Engines;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>The two ends of a flow, and what both tell about it.</summary>
/// <param name="Client">The client.</param>
/// <param name="Server">The server.</param>
/// <param name="Events">Notes what happens at either end.</param>
internal sealed record FlowEnds(EngineEnd Client, EngineEnd Server, FlowEvents Events);
