using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text;
using Aksu.Cli.Commands;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Invocation;

/// <summary>The tool: finds the verb, lets it work, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class Tool
{
    private static readonly OrderedDictionary<string, Func<Command>> Verbs = new()
    {
        ["demo"] = static () => new DemoCommand(),
        ["connect"] = static () => new ConnectCommand(),
        ["serve"] = static () => new ServeCommand(),
        ["verify"] = static () => new VerifyCommand(),
        ["inspect"] = static () => new InspectCommand(),
        ["scan"] = static () => new ScanCommand(),
        ["ca"] = static () => new CaCommand(),
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        UseUtf8();
        ParseResult line = Parse(arguments);
        if (line.Action is ParseErrorAction)
        {
            return Report(CommandFailure.EnglishUsage($"{ErrorOf(line)} See '{HelpFor(line)}'."), Language.English);
        }

        try
        {
            using var signals = new TerminationSignals();
            var how = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await line.InvokeAsync(how, signals.Stop);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            return Report(FailureText.Describe(e), LanguageOption.OfAny(line));
        }
    }

    /// <summary>Parses a command line. An argument that begins with @ is an argument, and no file with more of them.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> arguments) =>
        Create(arguments).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>
    /// A root with the one verb that the first argument names, or with all where it names none: to make a verb with its options takes time
    /// at the start.
    /// </summary>
    private static RootCommand Create(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Aksu: a complete TLS stack. Connect, serve, and see every step of a handshake.");
        IEnumerable<Func<Command>> named = arguments.Count > 0 && Verbs.TryGetValue(arguments[0], out Func<Command>? verb)
            ? [verb]
            : Verbs.Values;
        foreach (Func<Command> make in named)
        {
            root.Subcommands.Add(make());
        }

        var help = new ToolHelp();
        foreach (HelpOption option in root.Options.OfType<HelpOption>())
        {
            option.Action = help;
        }

        root.SetAction(help.Invoke);
        foreach (Command group in root.Subcommands.Where(static command => command.Subcommands.Count > 0))
        {
            group.SetAction(help.Invoke);
        }

        return root;
    }

    private static int Report(CommandFailure failure, Language language)
    {
        Screen screen = Screen.ForError();
        screen.Write("aksu: ", Tone.Bad);
        screen.Line(failure.Text.In(language));
        return (int)failure.Code;
    }

    /// <summary>An option that does not exist is taken for an argument; the person meant an option.</summary>
    private static string ErrorOf(ParseResult line)
    {
        Token? unknown = line.Tokens.FirstOrDefault(
            static token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal));
        return unknown is null ? line.Errors[0].Message : $"There is no option '{unknown.Value}' here.";
    }

    private static string HelpFor(ParseResult line) =>
        $"{string.Join(' ', NamesOf(line.CommandResult).Reverse().Prepend("aksu"))} --help";

    /// <summary>The verb and those in front of it (ca issue), last first.</summary>
    private static IEnumerable<string> NamesOf(CommandResult? result)
    {
        for (; result is { Command: not RootCommand }; result = result.Parent as CommandResult)
        {
            yield return result.Command.Name;
        }
    }

    /// <summary>Windows consoles start with an old code page; everywhere else UTF-8 is what there is.</summary>
    private static void UseUtf8()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
    }
}
