using System.CommandLine;
using Aksu.Cli.Failures;

namespace Aksu.Cli.Invocation;

/// <summary>One verb of the tool: its options, its examples, and what it does. One file a verb.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(string name, string description)
        : base(name, description) => SetAction(async (line, stop) => (int)await ExecuteAsync(line, stop));

    /// <summary>Shown at the end of the help.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Does it.</summary>
    /// <param name="line">What was typed.</param>
    /// <param name="stop">Canceled by Ctrl-C and SIGTERM; what can be finished within a few seconds may be.</param>
    /// <exception cref="CommandFailure">It cannot be done.</exception>
    protected abstract Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop);
}
