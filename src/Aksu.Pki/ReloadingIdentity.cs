namespace Aksu.Pki;

/// <summary>
/// An identity in PEM files that follows them: when a file has changed, the next connection gets the new certificate, and connections that
/// are there keep the old one. A change that can't be read is kept out, with the error to see, until the files are whole again.
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
    private readonly string _keyPath;
    private readonly string? _passphrase;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private Version _version;
    private long _lastLook;
    private volatile Identity _current;
    private volatile Exception? _lastError;

    /// <summary>Reads the files.</summary>
    /// <param name="certificatePath">One's own certificate and its authorities.</param>
    /// <param name="keyPath">The private key.</param>
    /// <param name="passphrase">For an encrypted key.</param>
    /// <param name="interval">How often to look at the files at most; null for every five seconds.</param>
    /// <param name="clock">The clock for that; null for the system's.</param>
    /// <exception cref="CertificateException">As <see cref="Identity.FromPemFiles"/>.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public ReloadingIdentity(
        string certificatePath, string keyPath, string? passphrase = null, TimeSpan? interval = null, TimeProvider? clock = null)
    {
        _certificatePath = certificatePath;
        _keyPath = keyPath;
        _passphrase = passphrase;
        _interval = interval ?? DefaultInterval;
        _clock = clock ?? TimeProvider.System;
        _version = Version.Of(certificatePath, keyPath);
        _lastLook = _clock.GetTimestamp();
        _current = Identity.FromPemFiles(certificatePath, keyPath, passphrase);
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
        try
        {
            Version version = Version.Of(_certificatePath, _keyPath);
            if (version == _version && _lastError is null)
            {
                return;
            }

            // Two files can't be replaced at once: while they don't fit together, the old identity stays and the files are tried again.
            _current = Identity.FromPemFiles(_certificatePath, _keyPath, _passphrase);
            _version = version;
            _lastError = null;
        }
        catch (Exception error) when (error is CertificateException or IOException or UnauthorizedAccessException)
        {
            _lastError = error;
        }
    }

    /// <summary>What changes when a file is written or replaced.</summary>
    private readonly record struct Version(DateTime CertificateTime, long CertificateLength, DateTime KeyTime, long KeyLength)
    {
        public static Version Of(string certificatePath, string keyPath)
        {
            var certificate = new FileInfo(certificatePath);
            var key = new FileInfo(keyPath);
            return certificate.Exists && key.Exists
                ? new Version(certificate.LastWriteTimeUtc, certificate.Length, key.LastWriteTimeUtc, key.Length)
                : default;
        }
    }
}
