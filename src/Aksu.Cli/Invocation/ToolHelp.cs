using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Aksu.Cli.Invocation;

/// <summary>The help of System.CommandLine with examples and exit codes behind it.</summary>
internal sealed class ToolHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _usual = new() { MaxWidth = 96 };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ToolCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (Example example in examples)
            {
                output.WriteLine($"  {example.CommandLine}");
                output.WriteLine($"      {example.Meaning}");
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0  fine                    2  wrong command line or file");
        output.WriteLine("  1  TLS failure             3  network failure");
        output.WriteLine();
        return 0;
    }
}
