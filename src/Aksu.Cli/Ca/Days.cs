using System.CommandLine;
using System.Globalization;

namespace Aksu.Cli.Ca;

/// <summary>An option that is a time in days.</summary>
internal static class Days
{
    private const int Longest = 36500;

    public static Option<TimeSpan?> Option(string description) => new("--days")
    {
        HelpName = "N",
        Description = description,
        CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int days)
                && days is > 0 and <= Longest)
            {
                return TimeSpan.FromDays(days);
            }

            result.AddError($"--days: '{result.Tokens[0].Value}' is no number of days; write 1 to {Longest}.");
            return null;
        },
    };
}
