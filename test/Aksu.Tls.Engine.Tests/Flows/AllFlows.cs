namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>The recorded conversations of all versions.</summary>
internal static class AllFlows
{
    public static IReadOnlyList<Flow> List { get; } = [.. Flows13.All, .. Flows12.All];

    public static Flow Named(string name) => List.Single(flow => flow.Name == name);
}
