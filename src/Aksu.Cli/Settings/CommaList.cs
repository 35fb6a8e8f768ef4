using System.CommandLine;
using System.CommandLine.Parsing;

namespace Aksu.Cli.Settings;

/// <summary>Options whose values stand in one list with commas, or in several of the same option, or both.</summary>
internal static class CommaList
{
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="helpName">What stands for the value in the help.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="parse">One entry; a <see cref="FormatException"/> says what is wrong with it.</param>
    public static Option<T[]?> Option<T>(string name, string helpName, string description, Func<string, T> parse) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => Parse(result, name, parse),
    };

    private static T[]? Parse<T>(ArgumentResult result, string name, Func<string, T> parse)
    {
        var values = new List<T>();
        foreach (string entry in result.Tokens.SelectMany(static token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            try
            {
                T value = parse(entry);
                if (!values.Contains(value))
                {
                    values.Add(value);
                }
            }
            catch (FormatException e)
            {
                result.AddError($"{name}: {e.Message}");
                return null;
            }
        }

        return [.. values];
    }
}
