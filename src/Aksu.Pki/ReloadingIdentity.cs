namespace Aksu.Pki;

/// <summary>
/// An identity in files (as <see cref="Identity.FromFiles"/> reads them) that follows them: when a file has changed, the next connection
/// gets the new certificate, and connections that are there keep the old one. A change that can't be read is kept out, with the error to
/// see, until the files are whole again.
/// Thread-safe.
/// </summary>
/// <remarks>
/// An identity that was replaced is not disposed of, since connections may still sign with it; its key is wiped when nobody holds it any
/// more.
/// </remarks>
public sealed class ReloadingIdentity
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(5);

    private readonly string _certificatePath;
    private readonly string? _keyPath;
    private readonly string? _passphrase;
    private readonly string? _ocspResponsePath;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly Action<IdentityReload>? _reloaded;
    private readonly Lock _gate = new();
    private FilesVersion _version;
    private long _lastLook;
    private volatile Identity _current;
    private volatile Exception? _lastError;

    /// <summary>Reads the files.</summary>
    /// <param name="certificatePath">One's own certificate and its authorities, or a PKCS#12 file.</param>
    /// <param name="keyPath">The private key; null where it stands in the first file.</param>
    /// <param name="passphrase">For an encrypted key.</param>
    /// <param name="interval">How often to look at the files at most; null for every five seconds.</param>
    /// <param name="clock">The clock for that; null for the system's.</param>
    /// <param name="reloaded">
    /// Told once of each change: that a new identity is in force, or that the files have changed and can't be used. Called by whoever asks
    /// for <see cref="Current"/>, by one thread at a time; must not throw.
    /// </param>
    /// <param name="ocspResponsePath">A DER OCSP response to staple; null for none.</param>
    /// <exception cref="CertificateException">As <see cref="Identity.FromFiles"/>.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public ReloadingIdentity(
        string certificatePath,
        string? keyPath = null,
        string? passphrase = null,
        TimeSpan? interval = null,
        TimeProvider? clock = null,
        Action<IdentityReload>? reloaded = null,
        string? ocspResponsePath = null)
    {
        _certificatePath = certificatePath;
        _keyPath = keyPath;
        _passphrase = passphrase;
        _ocspResponsePath = ocspResponsePath;
        _interval = interval ?? DefaultInterval;
        _clock = clock ?? TimeProvider.System;
        _reloaded = reloaded;
        _version = FilesVersion.Of(certificatePath, keyPath, ocspResponsePath);
        _lastLook = _clock.GetTimestamp();
        _current = Read();
    }

    /// <summary>The newest identity that could be read. Looks at the files if that was long enough ago.</summary>
    public Identity Current
    {
        get
        {
            if (_clock.GetElapsedTime(Volatile.Read(ref _lastLook)) >= _interval && _gate.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return _current;
        }
    }

    /// <summary>Why the files as they are now could not be read; null if they could.</summary>
    public Exception? LastError => _lastError;

    private void Look()
    {
        Volatile.Write(ref _lastLook, _clock.GetTimestamp());
        FilesVersion version = FilesVersion.Of(_certificatePath, _keyPath, _ocspResponsePath);
        if (version == _version && _lastError is null)
        {
            return;
        }

        try
        {
            // Two files can't be replaced at once: while they don't fit together, the old identity stays and the files are tried again.
            Identity identity = Read();
            _version = version;
            _lastError = null;
            _current = identity;
            _reloaded?.Invoke(new IdentityReload(identity, Error: null));
        }
        catch (Exception error) when (error is CertificateException or IOException or UnauthorizedAccessException)
        {
            bool isNews = _lastError?.Message != error.Message;
            _lastError = error;
            if (isNews)
            {
                _reloaded?.Invoke(new IdentityReload(_current, error));
            }
        }
    }

    private Identity Read()
    {
        var identity = Identity.FromFiles(_certificatePath, _keyPath, _passphrase);
        if (_ocspResponsePath is not { } path)
        {
            return identity;
        }

        try
        {
            return identity.WithOcspResponse(File.ReadAllBytes(path));
        }
        catch (CertificateException error)
        {
            throw error.In(path);
        }
    }

    /// <summary>What changes when a file is written or replaced.</summary>
    private readonly record struct FileVersion(DateTime Time, long Length)
    {
        public static FileVersion Of(string? path) => path is not null && Find(path) is { } file
            ? new FileVersion(file.LastWriteTimeUtc, file.Length)
            : default;

        /// <summary>What a link leads to: people who deploy by links change where these lead, and not the links.</summary>
        private static FileInfo? Find(string path)
        {
            try
            {
                var file = new FileInfo(path);
                var target = (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
                return target.Exists ? target : null;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    private readonly record struct FilesVersion(FileVersion Certificate, FileVersion Key, FileVersion OcspResponse)
    {
        public static FilesVersion Of(string certificatePath, string? keyPath, string? ocspResponsePath) =>
            new(FileVersion.Of(certificatePath), FileVersion.Of(keyPath), FileVersion.Of(ocspResponsePath));
    }
}
