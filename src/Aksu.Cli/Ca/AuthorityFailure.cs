using Aksu.Cli.Failures;

namespace Aksu.Cli.Ca;

/// <summary>
/// What goes wrong with an authority's folder is about files, names and numbers that the person gave: never a fault of the network.
/// </summary>
internal static class AuthorityFailure
{
    /// <summary>Null for what is no failure of this kind.</summary>
    public static CommandFailure? Explain(Exception exception) => exception switch
    {
        CommandFailure => null,
        FormatException or InvalidOperationException or KeyNotFoundException or FileNotFoundException =>
            CommandFailure.EnglishUsage(exception.Message, exception),
        IOException or UnauthorizedAccessException =>
            CommandFailure.EnglishUsage($"{exception.Message} Check the path and its permissions.", exception),
        _ => null,
    };
}
