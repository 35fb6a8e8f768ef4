namespace Aksu.BogoShim.Flags;

/// <summary>The case asks for something that the engine does not have.</summary>
/// <param name="reason">What; a heading in the table of eng/bogo.sh.</param>
internal sealed class UnsupportedException(string reason) : Exception(reason)
{
    /// <summary>The file that takes one line for each such case, from <c>-log-unsupported</c>.</summary>
    public static string? LogFile { get; set; }

    public void Log()
    {
        Console.WriteLine($"Unsupported: {Message}");
        if (LogFile is { } file)
        {
            // Short lines that are appended at once stay whole among many processes.
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(Message + "\n"));
        }
    }
}
