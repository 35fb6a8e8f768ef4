using System.Buffers;
using System.Security.Cryptography;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Records;

/// <summary>
/// Joins the handshake fragments of records into whole messages (RFC 9846 §5.1). Its memory comes from the pool when bytes are there and
/// goes back when they are used up, so an idle connection holds none.
/// </summary>
internal sealed class HandshakeJoiner : IDisposable
{
    private const int HeaderSize = 4;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>Whether no bytes wait, neither a whole message nor a part of one.</summary>
    public bool IsEmpty => _start == _end;

    /// <summary>Whether the beginning of a message waits for its rest.</summary>
    public bool HoldsPartialMessage => !IsEmpty && !TryPeek(out _, out _);

    /// <summary>Adds the content of one record. Messages read before become invalid.</summary>
    public void Append(ReadOnlySpan<byte> fragment)
    {
        if (_end + fragment.Length > _buffer.Length)
        {
            MakeRoom(fragment.Length);
        }

        fragment.CopyTo(_buffer.AsSpan(_end));
        _end += fragment.Length;
    }

    /// <summary>
    /// The type and announced body length of the next message, as soon as its header is there: what a ceiling is checked against before
    /// the body is waited for.
    /// </summary>
    public bool TryPeekHeader(out HandshakeType type, out int bodyLength)
    {
        if (_end - _start < HeaderSize)
        {
            type = default;
            bodyLength = 0;
            return false;
        }

        var reader = new WireReader(_buffer.AsMemory(_start, HeaderSize), "Handshake");
        type = new HandshakeType(reader.ReadUInt8());
        bodyLength = reader.ReadUInt24();
        return true;
    }

    /// <summary>
    /// Takes the next whole message; its memory is valid until the next <see cref="Append"/> or <see cref="ReleaseIfEmpty"/>.
    /// </summary>
    public bool TryRead(out HandshakeMessage message)
    {
        if (!TryPeek(out HandshakeType type, out int length))
        {
            message = default;
            return false;
        }

        message = new HandshakeMessage(type, _buffer.AsMemory(_start, length));
        _start += length;
        return true;
    }

    /// <summary>Evidence that a key may change now.</summary>
    public Aligned RequireAligned() => Aligned.From(this);

    /// <summary>Gives the memory back when nothing waits in it; messages read before become invalid.</summary>
    public void ReleaseIfEmpty()
    {
        if (IsEmpty && _buffer.Length > 0)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            // Post-handshake messages carry tickets: do not leave them in the pool.
            CryptographicOperations.ZeroMemory(_buffer.AsSpan(0, _end));
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        _start = _end = 0;
    }

    private bool TryPeek(out HandshakeType type, out int length)
    {
        bool isWhole = TryPeekHeader(out type, out int bodyLength) && _end - _start - HeaderSize >= bodyLength;
        length = HeaderSize + bodyLength;
        return isWhole;
    }

    private void MakeRoom(int count)
    {
        int waiting = _end - _start;
        byte[] target = waiting + count <= _buffer.Length && _buffer.Length > 0
            ? _buffer
            : ArrayPool<byte>.Shared.Rent(Math.Max(waiting + count, 1024));
        _buffer.AsSpan(_start, waiting).CopyTo(target);
        if (target != _buffer && _buffer.Length > 0)
        {
            CryptographicOperations.ZeroMemory(_buffer.AsSpan(0, _end));
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = target;
        _start = 0;
        _end = waiting;
    }
}
