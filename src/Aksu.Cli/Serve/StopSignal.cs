namespace Aksu.Cli.Serve;

/// <summary>When to stop: first politely, then at once.</summary>
/// <param name="Finish">End what is under way, and begin nothing new.</param>
/// <param name="Abort">End now.</param>
internal readonly record struct StopSignal(CancellationToken Finish, CancellationToken Abort);
