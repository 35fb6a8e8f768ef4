namespace Aksu.BogoShim.Flags;

/// <summary>The case asks for something that the engine does not have.</summary>
/// <param name="reason">What; a heading in the table of eng/bogo.sh.</param>
internal sealed class UnsupportedException(string reason) : Exception(reason)
{
    /// <summary>The folder that takes one file for each such case, from <c>-log-unsupported</c>: many processes write at once.</summary>
    public static string? LogFolder { get; set; }

    public void Log()
    {
        Console.WriteLine($"Unsupported: {Message}");
        if (LogFolder is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, Guid.NewGuid().ToString()), Message);
        }
    }
}
