using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Fuzz.Targets;

/// <summary>Feeds one end, and checks what always holds of it.</summary>
internal static class EngineRun
{
    // A peer of ours sends a few kilobytes for what it gets; no input makes it send much more.
    private const int MaxOutputPerInput = 64;
    private const int MaxOutputAnyway = 64 * 1024;

    /// <summary>Whole, and in pieces: the connection comes to the same end.</summary>
    public static void Check(ReadOnlyMemory<byte> bytes, bool smallPieces, Func<TlsEngine> make)
    {
        string whole = Run(bytes.Span, bytes.Length, make());
        if (smallPieces)
        {
            string pieces = Run(bytes.Span, Math.Max(13, bytes.Length / 64), make());
            if (whole != pieces)
            {
                throw new FindException($"Whole: {whole}; in pieces: {pieces}.");
            }
        }
    }

    private static string Run(ReadOnlySpan<byte> bytes, int piece, TlsEngine engine)
    {
        using var end = new EngineEnd(engine, SuspensionAnswers.Default);
        end.Run();
        int sent = end.TakeOutput().Length;
        bool hasTalked = false;
        for (ReadOnlySpan<byte> rest = bytes; !rest.IsEmpty && end.Failure is null && !end.IsClosed;)
        {
            int length = Math.Min(piece, rest.Length);
            end.Take(rest[..length]);
            rest = rest[length..];
            byte[] output = end.TakeOutput();
            sent += output.Length;
            CheckEnd(end, output);
            if (engine.IsEstablished && !hasTalked && end.Failure is null && !end.IsClosed)
            {
                hasTalked = true;
                end.Send("a word"u8);
                if (engine.Parameters!.Version == ProtocolVersion.Tls13)
                {
                    end.RequestKeyUpdate(askPeer: true);
                }
            }
        }

        if (sent > MaxOutputAnyway + (MaxOutputPerInput * bytes.Length))
        {
            throw new FindException($"{bytes.Length} bytes made it send {sent}.");
        }

        return $"{end.Failure?.Reason} {engine.IsEstablished} {Convert.ToHexString(end.ReceivedData)}";
    }

    /// <summary>A failure that this side found goes to the peer as the alert that it names.</summary>
    private static void CheckEnd(EngineEnd end, byte[] output)
    {
        if (end.Failure is not { SentByPeer: false } failure)
        {
            return;
        }

        if (output.Length == 0)
        {
            throw new FindException($"{failure.Reason} was not told to the peer.");
        }

        try
        {
            end.Take([]);
            end.Engine.Decrypt([], out _, out _);
            throw new FindException($"After {failure.Reason} the engine goes on.");
        }
        catch (Tls.Engine.Errors.TlsException again) when (again.Reason == failure.Reason)
        {
        }
        catch (InvalidOperationException)
        {
            // The handshake was never complete.
        }
    }
}
