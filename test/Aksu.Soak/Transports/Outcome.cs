namespace Aksu.Soak.Transports;

/// <summary>How a conversation went for both.</summary>
internal sealed record Outcome(SideOutcome Client, SideOutcome Server)
{
    public bool IsWhole => Client.IsWhole && Server.IsWhole;
}
