using System.Text;
using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Tls;

/// <summary>
/// A key log file (RFC 9850), as packet analysers read it. DANGEROUS: whoever reads the file can decrypt the connections that were logged.
/// Thread-safe, also where one file is open several times in this process.
/// </summary>
public sealed class KeyLogFile : KeyLog, IDisposable
{
    /// <summary>Of all files: two of them may be the same.</summary>
    private static readonly Lock Gate = new();

    private readonly FileStream _file;

    private KeyLogFile(FileStream file) => _file = file;

    /// <summary>DANGEROUS: appends the secrets of connections to a file. A new file can be read and written by its owner alone.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    public static KeyLogFile DangerousAppendTo(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new KeyLogFile(new FileStream(path, options));
    }

    /// <inheritdoc/>
    public override void WriteLine(ReadOnlySpan<char> line)
    {
        Span<byte> bytes = stackalloc byte[line.Length + 1];
        Encoding.ASCII.GetBytes(line, bytes);
        bytes[^1] = (byte)'\n';
        lock (Gate)
        {
            if (_file.CanWrite)
            {
                // The platform's append mode looks for the end once, when it opens the file.
                _file.Seek(0, SeekOrigin.End);
                _file.Write(bytes);
            }
        }

        bytes.Clear();
    }

    /// <summary>Closes the file. What comes later is not logged.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            _file.Dispose();
        }
    }
}
