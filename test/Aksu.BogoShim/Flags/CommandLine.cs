using Aksu.BogoShim.Configuration;

namespace Aksu.BogoShim.Flags;

/// <summary>
/// The runner's arguments. A flag has one dash and its value in the next argument, whatever that looks like; <c>-on-initial-X</c> and
/// <c>-on-resume-X</c> set it for one kind of connection, <c>-on-shim-X</c> for this process.
/// </summary>
internal sealed class CommandLine
{
    private const string OnInitial = "-on-initial";
    private const string OnResume = "-on-resume";
    private const string OnShim = "-on-shim";
    private const string OnHandshaker = "-on-handshaker";
    private const string OnRetry = "-on-retry";

    /// <summary>Of the first connection.</summary>
    public ShimConfiguration Initial { get; } = new();

    /// <summary>Of the connections after it.</summary>
    public ShimConfiguration Resume { get; } = new();

    /// <summary>The runner asks whether there is a split handshake.</summary>
    public bool IsProbe { get; private set; }

    public static CommandLine Parse(string[] arguments)
    {
        var commandLine = new CommandLine();
        for (int at = 0; at < arguments.Length; at++)
        {
            commandLine.Take(arguments, ref at);
        }

        return commandLine;
    }

    private void Take(string[] arguments, ref int at)
    {
        string name = arguments[at];
        if (name == "-is-handshaker-supported")
        {
            IsProbe = true;
            return;
        }

        if (name == "-log-unsupported")
        {
            UnsupportedException.LogFolder = arguments[++at];
            return;
        }

        bool isOurs = !TryStrip(ref name, OnHandshaker);
        TryStrip(ref name, OnShim);
        bool isInitial = TryStrip(ref name, OnInitial);
        bool isResume = TryStrip(ref name, OnResume);
        bool isRetry = TryStrip(ref name, OnRetry);
        Flag flag = FlagTable.Find(name);
        string value = flag.HasValue ? arguments[++at] : "";
        if (!isOurs || isRetry)
        {
            return;
        }

        if (!isResume)
        {
            flag.Apply(Initial, value);
        }

        if (!isInitial)
        {
            flag.Apply(Resume, value);
        }
    }

    private static bool TryStrip(ref string name, string prefix)
    {
        if (!name.StartsWith(prefix + "-", StringComparison.Ordinal))
        {
            return false;
        }

        name = name[prefix.Length..];
        return true;
    }
}
