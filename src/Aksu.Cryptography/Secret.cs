using System.Diagnostics;
using System.Security.Cryptography;

namespace Aksu.Cryptography;

/// <summary>
/// Bytes that must not outlive their use: a pinned buffer (the collector never leaves a copy behind) with one owner,
/// zeroed on <see cref="Dispose"/>.
/// </summary>
/// <remarks>
/// Not thread-safe: the owner alone may use or dispose it. It has no text form, and it is compared in fixed time only.
/// Spans taken from <see cref="Span"/> are valid until <see cref="Dispose"/>.
/// </remarks>
[DebuggerDisplay("Secret ({Length} bytes)")]
public sealed class Secret : IDisposable
{
    private readonly bool _isOfKeptMemory;
    private byte[]? _bytes;

    /// <summary>Reserves a secret of <paramref name="length"/> zero bytes, to be filled through <see cref="Span"/>.</summary>
    public Secret(int length)
        : this(length, isOfKeptMemory: false)
    {
    }

    private Secret(int length, bool isOfKeptMemory)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _isOfKeptMemory = isOfKeptMemory;
        _bytes = isOfKeptMemory ? SecretMemory.Rent(length) : SecretMemory.Allocate(length);
        SecretCount.Add(1);
    }

    /// <summary>
    /// Reserves a secret of <paramref name="length"/> zero bytes in memory that an earlier secret of this kind may have had, and a later
    /// one may get: it is cheaper. Only for an owner who gives the secret to nobody else, for a span that outlived it would show, or
    /// change, another one.
    /// </summary>
    public static Secret OfKeptMemory(int length) => new(length, isOfKeptMemory: true);

    /// <summary>Copies <paramref name="source"/>; the caller still owns, and still has to clear, the original.</summary>
    public static Secret CopyOf(ReadOnlySpan<byte> source)
    {
        var secret = new Secret(source.Length);
        source.CopyTo(secret.Span);
        return secret;
    }

    /// <summary>Length in bytes; it is not a secret.</summary>
    public int Length => Bytes.Length;

    /// <summary>The bytes, writable, valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The secret was disposed of.</exception>
    public Span<byte> Span => Bytes;

    private byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(Secret));

    /// <summary>Compares in time that depends on the lengths alone.</summary>
    public bool FixedTimeEquals(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(Span, other);

    /// <summary>Zeroes the bytes. Safe to call again.</summary>
    public void Dispose()
    {
        // Whatever an owner does wrong, memory must not be given back twice.
        if (Interlocked.Exchange(ref _bytes, null) is { } bytes)
        {
            CryptographicOperations.ZeroMemory(bytes);
            if (_isOfKeptMemory)
            {
                SecretMemory.Return(bytes);
            }

            SecretCount.Add(-1);
        }
    }
}
