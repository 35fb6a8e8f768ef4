using System.Globalization;
using Aksu.BogoShim.Configuration;

namespace Aksu.BogoShim.Flags;

/// <summary>A flag of the runner: its name, whether a value follows, and what it sets.</summary>
internal sealed class Flag
{
    private readonly Action<ShimConfiguration, string> _apply;

    private Flag(string name, bool hasValue, Action<ShimConfiguration, string> apply)
    {
        Name = name;
        HasValue = hasValue;
        _apply = apply;
    }

    public string Name { get; }

    public bool HasValue { get; }

    public static Flag Switch(string name, Action<ShimConfiguration> apply) =>
        new(name, hasValue: false, (configuration, _) => apply(configuration));

    public static Flag Text(string name, Action<ShimConfiguration, string> apply) => new(name, hasValue: true, apply);

    public static Flag Number(string name, Action<ShimConfiguration, int> apply) =>
        new(name, hasValue: true, (configuration, value) => apply(configuration, int.Parse(value, CultureInfo.InvariantCulture)));

    public static Flag Base64(string name, Action<ShimConfiguration, byte[]> apply) =>
        new(name, hasValue: true, (configuration, value) => apply(configuration, Convert.FromBase64String(value)));

    /// <summary>Taken, and without meaning here.</summary>
    public static Flag Ignored(string name, bool hasValue = false) => new(name, hasValue, static (_, _) => { });

    public void Apply(ShimConfiguration configuration, string value) => _apply(configuration, value);
}
