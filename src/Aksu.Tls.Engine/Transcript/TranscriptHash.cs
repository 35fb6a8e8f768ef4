using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Transcript;

/// <summary>
/// The hash over all handshake messages as they went over the wire (RFC 9846 §4.1). Until the suite is known the bytes are kept; from
/// then on only the running hash is.
/// </summary>
internal sealed class TranscriptHash : IDisposable
{
    private readonly WireWriter _pending = new();
    private HashFunction? _function;
    private RunningHash? _hash;

    /// <summary>Adds a whole handshake message, header included.</summary>
    public void Append(ReadOnlySpan<byte> message)
    {
        if (_hash is null)
        {
            _pending.WriteBytes(message);
        }
        else
        {
            _hash.Append(message);
        }
    }

    /// <summary>Fixes the hash function and hashes what was kept.</summary>
    public void Select(HashFunction function)
    {
        if (_hash is not null)
        {
            return;
        }

        _function = function;
        _hash = function.Start();
        _hash.Append(_pending.WrittenSpan);
        _pending.Dispose();
    }

    /// <summary>Puts the stand-in message_hash in the place of the first ClientHello before a HelloRetryRequest (RFC 9846 §4.1).</summary>
    public void ReplaceWithMessageHash()
    {
        (HashFunction function, RunningHash first) = Selected;
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        first.Peek(digest);
        first.Dispose();
        _hash = function.Start();
        _hash.Append([HandshakeType.MessageHash.Value, 0, 0, (byte)function.Size]);
        _hash.Append(digest[..function.Size]);
    }

    /// <summary>The hash so far, into the first bytes of <paramref name="destination"/>; returns them.</summary>
    public Span<byte> Peek(Span<byte> destination)
    {
        (HashFunction function, RunningHash hash) = Selected;
        hash.Peek(destination[..function.Size]);
        return destination[..function.Size];
    }

    /// <summary>The hash of everything so far and a part of the next message, as a PSK binder covers it (RFC 9846 §4.3.11.2).</summary>
    public void PeekWith(HashFunction function, ReadOnlySpan<byte> partialMessage, Span<byte> destination)
    {
        using RunningHash fork = _hash is null ? function.Start() : _hash.Fork();
        if (_hash is null)
        {
            fork.Append(_pending.WrittenSpan);
        }

        fork.Append(partialMessage);
        fork.Peek(destination[..function.Size]);
    }

    /// <summary>A second transcript that goes its own way from here (post-handshake authentication, RFC 9846 §4.1).</summary>
    public TranscriptHash Fork()
    {
        (HashFunction function, RunningHash hash) = Selected;
        var fork = new TranscriptHash { _function = function, _hash = hash.Fork() };
        fork._pending.Dispose();
        return fork;
    }

    public void Dispose()
    {
        _pending.Dispose();
        _hash?.Dispose();
    }

    private (HashFunction Function, RunningHash Hash) Selected =>
        _function is { } function && _hash is { } hash
            ? (function, hash)
            : throw new InvalidOperationException("The transcript's hash function is not chosen yet.");
}
