namespace Aksu.Cli.Failures;

/// <summary>Why a command cannot do what it was asked to: one line for the person, and the exit code for the script.</summary>
internal sealed class CommandFailure : Exception
{
    /// <param name="code">How the tool ends.</param>
    /// <param name="message">What happened, why, and what to do.</param>
    /// <param name="innerException">What it comes from.</param>
    public CommandFailure(ExitCode code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>How the tool ends.</summary>
    public ExitCode Code { get; }

    /// <summary>The command line, or a file that it names, is wrong.</summary>
    public static CommandFailure Usage(string message, Exception? innerException = null) => new(ExitCode.Usage, message, innerException);
}
