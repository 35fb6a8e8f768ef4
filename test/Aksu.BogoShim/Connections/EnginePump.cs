using System.Buffers;
using Aksu.BogoShim.Decisions;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;

namespace Aksu.BogoShim.Connections;

/// <summary>Carries bytes between the engine and the socket, and questions to who answers them.</summary>
/// <param name="engine">The engine.</param>
/// <param name="transport">The socket.</param>
/// <param name="answers">Answers the engine's questions.</param>
/// <param name="isByteWise">Whether the engine sees one more byte at a time.</param>
internal sealed class EnginePump(TlsEngine engine, Transport transport, Answers answers, bool isByteWise)
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private byte[] _input = new byte[32 * 1024];
    private int _start;
    private int _visible;
    private int _end;

    /// <summary>Whether output stays here until it is let out.</summary>
    public bool IsHeld { get; set; }

    private Span<byte> Window => _input.AsSpan(_start.._visible);

    /// <summary>Drives the handshake to its end.</summary>
    public void Handshake()
    {
        while (true)
        {
            TlsStatus status;
            try
            {
                status = engine.Handshake(Window, _output, out int consumed);
                _start += consumed;
            }
            finally
            {
                Flush();
            }

            switch (status)
            {
                case TlsStatus.Complete:
                    return;
                case TlsStatus.NeedInput:
                    Fill();
                    break;
                default:
                    Answer();
                    break;
            }
        }
    }

    /// <summary>The next application data; null once the peer has said close_notify, or at the end of the transport.</summary>
    public byte[]? Read()
    {
        while (true)
        {
            TlsStatus status;
            byte[] plaintext;
            try
            {
                status = engine.Decrypt(Window, out int consumed, out ReadOnlySpan<byte> content);
                _start += consumed;
                plaintext = content.ToArray();
            }
            catch (TlsException)
            {
                IsHeld = false;
                engine.FlushPending(_output);
                Flush();
                throw;
            }

            // What the engine owes goes out in front of what is written next: one answer stands for many requests.
            answers.CollectSessions();
            switch (status)
            {
                case TlsStatus.Complete:
                    return plaintext;
                case TlsStatus.Closed:
                    return null;
                case TlsStatus.NeedInput when !TryFill():
                    HasEndedBare = true;
                    return null;
                case TlsStatus.NeedInput:
                    break;
                default:
                    Answer();
                    break;
            }
        }
    }

    /// <summary>Whether the transport ended without close_notify.</summary>
    public bool HasEndedBare { get; private set; }

    public void Write(ReadOnlySpan<byte> plaintext)
    {
        engine.Encrypt(plaintext, _output);
        Flush();
    }

    public void UpdateKey()
    {
        engine.RequestKeyUpdate(askPeer: false, _output);
        Flush();
    }

    public void Close()
    {
        engine.Shutdown(_output);
        Flush();
    }

    /// <summary>Lets out one byte of what is held, and keeps the rest.</summary>
    public void SendOneByte()
    {
        transport.Send(_output.WrittenSpan[..1]);
        byte[] rest = _output.WrittenSpan[1..].ToArray();
        _output.ResetWrittenCount();
        _output.Write(rest);
    }

    /// <summary>Lets out what is held.</summary>
    public void Release()
    {
        IsHeld = false;
        Flush();
    }

    private void Answer()
    {
        try
        {
            answers.Give(engine.Pending!);
        }
        catch (DecisionFailedException e)
        {
            TlsException failure = engine.Abort(e);
            engine.FlushPending(_output);
            Flush();
            throw failure;
        }
    }

    private void Fill()
    {
        if (!TryFill())
        {
            engine.EndOfInput();
        }
    }

    private bool TryFill()
    {
        if (_visible == _end)
        {
            if (_start > 0)
            {
                _input.AsSpan(_start.._end).CopyTo(_input);
                (_start, _visible, _end) = (0, _visible - _start, _end - _start);
            }

            if (_end == _input.Length)
            {
                Array.Resize(ref _input, 2 * _input.Length);
            }

            int received = transport.Receive(_input.AsSpan(_end));
            if (received == 0)
            {
                return false;
            }

            _end += received;
        }

        _visible = isByteWise ? _visible + 1 : _end;
        return true;
    }

    private void Flush()
    {
        if (!IsHeld)
        {
            transport.Send(_output.WrittenSpan);
            _output.ResetWrittenCount();
        }
    }
}
