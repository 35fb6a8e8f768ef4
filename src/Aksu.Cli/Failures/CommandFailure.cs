using Aksu.Inspection.Texts;

namespace Aksu.Cli.Failures;

/// <summary>Why a command cannot do what it was asked to: one line for the person, and the exit code for the script.</summary>
internal sealed class CommandFailure : Exception
{
    /// <param name="code">How the tool ends.</param>
    /// <param name="text">What happened, why, and what to do.</param>
    /// <param name="innerException">What it comes from.</param>
    public CommandFailure(ExitCode code, Phrase text, Exception? innerException = null)
        : base(text.English, innerException)
    {
        Code = code;
        Text = text;
    }

    /// <summary>How the tool ends.</summary>
    public ExitCode Code { get; }

    /// <summary>The message in every language.</summary>
    public Phrase Text { get; }

    /// <summary>What the command line asks for does not fit together, or a file that it names is wrong.</summary>
    public static CommandFailure Usage(Phrase text, Exception? innerException = null) => new(ExitCode.Usage, text, innerException);

    /// <summary>The same from the parser of the command line and from <c>aksu ca</c>, which speak English alone.</summary>
    public static CommandFailure EnglishUsage(string message, Exception? innerException = null) =>
        new(ExitCode.Usage, Phrase.Same(message), innerException);
}
