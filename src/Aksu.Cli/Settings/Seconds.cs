using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Aksu.Cli.Settings;

/// <summary>An option that is a time in seconds.</summary>
internal static class Seconds
{
    private const double Longest = 3600;

    public static Option<TimeSpan?> Option(string name, string description, TimeSpan byDefault) => new(name)
    {
        HelpName = "SECONDS",
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} {byDefault.TotalSeconds:0} seconds unless given."),
        CustomParser = result => Parse(result, name),
    };

    private static TimeSpan? Parse(ArgumentResult result, string name)
    {
        string text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and <= Longest)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        result.AddError($"{name}: '{text}' is no time; write seconds, more than 0 and at most {Longest}.");
        return null;
    }
}
