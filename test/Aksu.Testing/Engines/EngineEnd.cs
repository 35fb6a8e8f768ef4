using System.Buffers;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Testing.Engines;

/// <summary>
/// One engine with what a transport and an application would be to it: bytes that arrived, bytes to be sent, data received, answers to
/// its questions. Serves every protocol version.
/// </summary>
public sealed class EngineEnd(TlsEngine engine, SuspensionAnswers answers) : IDisposable
{
    // An engine that neither asks for input nor gets on would loop for ever.
    private const int MaxTurns = 100_000;

    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly ArrayBufferWriter<byte> _received = new();
    private readonly List<SuspendedRequest> _requests = [];
    private byte[] _input = [];
    private int _consumed;

    public TlsEngine Engine => engine;

    /// <summary>How requests are answered from now on.</summary>
    public SuspensionAnswers Answers { get; set; } = answers;

    /// <summary>Why the connection ended; null while it has not failed.</summary>
    public TlsException? Failure { get; private set; }

    /// <summary>What the last call said.</summary>
    public TlsStatus Status { get; private set; } = TlsStatus.NeedInput;

    /// <summary>Application data that came, all of it.</summary>
    public byte[] ReceivedData => _received.WrittenSpan.ToArray();

    /// <summary>Every request that the engine made, in order.</summary>
    public IReadOnlyList<SuspendedRequest> Requests => _requests;

    /// <summary>Bytes that arrived and that the engine has not consumed.</summary>
    public int Waiting => _input.Length - _consumed;

    public bool IsClosed => Status == TlsStatus.Closed;

    /// <summary>Bytes arrive, and the engine goes on as far as it can.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        _input = [.. _input.AsSpan(_consumed), .. bytes];
        _consumed = 0;
        Run();
    }

    /// <summary>Calls the engine until it waits for the peer, or for an answer that nobody gives.</summary>
    public void Run()
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            Turn();
        }
        catch (TlsException e)
        {
            Failure = e;
        }

        engine.FlushPending(_output);
    }

    /// <summary>The transport ends.</summary>
    public void EndOfInput()
    {
        try
        {
            engine.EndOfInput();
        }
        catch (TlsException e)
        {
            Failure = e;
        }
    }

    public void Send(ReadOnlySpan<byte> data) => engine.Encrypt(data, _output);

    public void Shutdown() => engine.Shutdown(_output);

    public void RequestKeyUpdate(bool askPeer) => engine.RequestKeyUpdate(askPeer, _output);

    public void RequestClientCertificate() => ((ServerEngine)engine).RequestClientCertificate(_output);

    public void IssueTicket() => ((ServerEngine)engine).IssueTicket(_output);

    /// <summary>What is to be sent; it is empty afterwards.</summary>
    public byte[] TakeOutput()
    {
        byte[] bytes = _output.WrittenSpan.ToArray();
        _output.Clear();
        return bytes;
    }

    public void Dispose() => engine.Dispose();

    private void Turn()
    {
        for (int i = 0; i < MaxTurns; i++)
        {
            bool wasEstablished = engine.IsEstablished;
            int before = Waiting;
            Call(wasEstablished);
            if (engine.Pending is { IsAnswered: false } request)
            {
                if (!_requests.Contains(request))
                {
                    _requests.Add(request);
                }

                if (!Answers.TryAnswer(request))
                {
                    return;
                }
            }
            else if (wasEstablished == engine.IsEstablished && (Status is TlsStatus.NeedInput or TlsStatus.Closed || before == Waiting))
            {
                return;
            }
        }

        throw new InvalidOperationException("The engine does not come to an end.");
    }

    private void Call(bool isEstablished)
    {
        int used;
        if (isEstablished)
        {
            Status = engine.Decrypt(_input.AsSpan(_consumed), out used, out ReadOnlySpan<byte> plaintext);
            _received.Write(plaintext);
        }
        else
        {
            Status = engine.Handshake(_input.AsSpan(_consumed), _output, out used);
        }

        _consumed += used;
    }
}
