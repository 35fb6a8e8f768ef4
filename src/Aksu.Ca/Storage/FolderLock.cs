namespace Aksu.Ca.Storage;

/// <summary>
/// Keeps other processes out of an authority's folder while it is changed. The operating system releases it when the process dies.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="IOException">Another process holds the lock for too long.</exception>
    public static FolderLock Take(string folder)
    {
        string path = Path.Combine(folder, "lock");
        long begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(begin) < Patience && Directory.Exists(folder))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
