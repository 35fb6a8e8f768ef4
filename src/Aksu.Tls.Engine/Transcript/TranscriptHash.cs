using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Transcript;

/// <summary>
/// The hash over all handshake messages as they went over the wire (RFC 9846 §4.1). Until the suite is known the bytes are kept; from
/// then on only the running hash is, unless TLS 1.2 may have to sign the messages themselves.
/// </summary>
internal sealed class TranscriptHash : IDisposable
{
    private WireWriter? _pending = new();
    private HashFunction? _function;
    private RunningHash? _hash;

    /// <summary>All messages so far; only while they are kept.</summary>
    public ReadOnlyMemory<byte> Messages =>
        _pending?.WrittenMemory ?? throw new InvalidOperationException("The messages of the handshake were not kept.");

    /// <summary>Adds a whole handshake message, header included.</summary>
    public void Append(ReadOnlySpan<byte> message)
    {
        _pending?.WriteBytes(message);
        _hash?.Append(message);
    }

    /// <summary>Fixes the hash function and hashes what was kept.</summary>
    /// <param name="function">The hash function.</param>
    /// <param name="keepsMessages">
    /// Whether the messages stay: the client of TLS 1.2 signs them with a hash that may be another one (RFC 5246 §7.4.8). How long each can
    /// be is bounded by the state that awaits it.
    /// </param>
    public void Select(HashFunction function, bool keepsMessages = false)
    {
        if (_hash is not null)
        {
            return;
        }

        _function = function;
        _hash = function.Start();
        _hash.Append(Messages.Span);
        if (!keepsMessages)
        {
            ForgetMessages();
        }
    }

    /// <summary>Gives up the messages that were kept; the hash goes on.</summary>
    public void ForgetMessages()
    {
        _pending?.Dispose();
        _pending = null;
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
            fork.Append(Messages.Span);
        }

        fork.Append(partialMessage);
        fork.Peek(destination[..function.Size]);
    }

    /// <summary>A second transcript that goes its own way from here (post-handshake authentication, RFC 9846 §4.1).</summary>
    public TranscriptHash Fork()
    {
        (HashFunction function, RunningHash hash) = Selected;
        var fork = new TranscriptHash { _function = function, _hash = hash.Fork() };
        fork.ForgetMessages();
        return fork;
    }

    public void Dispose()
    {
        ForgetMessages();
        _hash?.Dispose();
    }

    private (HashFunction Function, RunningHash Hash) Selected =>
        _function is { } function && _hash is { } hash
            ? (function, hash)
            : throw new InvalidOperationException("The transcript's hash function is not chosen yet.");
}
