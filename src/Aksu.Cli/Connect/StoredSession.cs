using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Cli.Connect;

/// <summary>
/// A session in a file, so that the next run of the tool resumes it. The file holds a secret and can be read by its owner alone. A
/// session of TLS 1.3
/// is used once: after that the file holds the next one, or is gone.
/// </summary>
internal sealed class StoredSession : IDisposable
{
    public const string OptionName = "--session";
    private const int MaxLength = 1 << 20;

    private readonly Lock _gate = new();
    private readonly string _path;
    private TlsSession? _received;

    private StoredSession(string path, TlsSession? offered)
    {
        _path = path;
        Offered = offered;
    }

    /// <summary>What the file held; null when there was no file, or when its time is over.</summary>
    public TlsSession? Offered { get; }

    /// <summary>Reads the file, if there is one.</summary>
    /// <exception cref="CommandFailure">The file holds something else.</exception>
    public static StoredSession Open(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return new StoredSession(path, offered: null);
        }

        TlsSession session = GivenFile.Read(OptionName, path, Read);
        if (!session.IsExpired(DateTimeOffset.UtcNow))
        {
            return new StoredSession(path, session);
        }

        session.Dispose();
        return new StoredSession(path, offered: null);
    }

    /// <summary>A server issued a session, which now belongs here. The newest one is kept.</summary>
    public void Receive(TlsSession session)
    {
        lock (_gate)
        {
            _received?.Dispose();
            _received = session;
        }
    }

    /// <summary>Stores the newest session, or takes away the one that was used up.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public void Save()
    {
        lock (_gate)
        {
            if (_received is { } session)
            {
                GivenFile.Write(OptionName, _path, path => Write(path, session.Export()));
            }
            else if (Offered is { } offered && !offered.TryTake())
            {
                GivenFile.Write(OptionName, _path, File.Delete);
            }
        }
    }

    /// <summary>Wipes the sessions.</summary>
    public void Dispose()
    {
        Offered?.Dispose();
        lock (_gate)
        {
            _received?.Dispose();
        }
    }

    private static TlsSession Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        if (file.Length is 0 or > MaxLength)
        {
            throw NotASession(path);
        }

        byte[] content = new byte[file.Length];
        file.ReadExactly(content);
        try
        {
            return TlsSession.Import(content);
        }
        catch (FormatException)
        {
            throw NotASession(path);
        }
        finally
        {
            Array.Clear(content);
        }
    }

    private static CommandFailure NotASession(string path) =>
        CommandFailure.Usage(SettingTexts.NotASession.With(OptionName, path));

    /// <summary>Whole or not at all: a file that was there stays until the new one is complete.</summary>
    private static void Write(string path, byte[] content)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            Array.Clear(content);
            File.Delete(temporary);
        }
    }
}
