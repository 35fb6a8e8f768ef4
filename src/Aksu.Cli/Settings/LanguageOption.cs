using System.CommandLine;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Settings;

/// <summary><c>--lang</c>: the language of explanations; what the environment says unless given.</summary>
internal sealed class LanguageOption
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly Option<Language?> _language = new("--lang")
    {
        HelpName = "en|ko",
        Description = "The language of explanations, English or Korean; taken from LANG unless given.",
        CustomParser = static result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "en":
                    return Language.English;
                case "ko":
                    return Language.Korean;
                default:
                    result.AddError($"--lang: '{result.Tokens[0].Value}' is no language that there is here; write en or ko.");
                    return null;
            }
        },
    };

    public void AddTo(Command command) => command.Options.Add(_language);

    public Language Of(ParseResult line) => line.GetValue(_language) ?? FromEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>The language of a verb; English where it has only that.</summary>
    public static Language OfAny(ParseResult line) =>
        line.CommandResult.Command.Options.OfType<Option<Language?>>().FirstOrDefault() is { } option
            ? line.GetValue(option) ?? FromEnvironment(Environment.GetEnvironmentVariable)
            : Language.English;

    /// <summary>The first variable that is set decides, as POSIX has it.</summary>
    public static Language FromEnvironment(Func<string, string?> read)
    {
        string? locale = Variables.Select(read).FirstOrDefault(static value => !string.IsNullOrEmpty(value));
        return locale is not null && (
            locale == "ko" || locale.StartsWith("ko_", StringComparison.Ordinal) || locale.StartsWith("ko.", StringComparison.Ordinal))
            ? Language.Korean
            : Language.English;
    }
}
