using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Bytes that came under one key must not be read as if they had come under the next: what stands behind the last message before a change
/// of keys, in whole or in part, ends the connection (RFC 9846 §5.1).
/// </summary>
/// <seealso cref="Connections.FlightEndTests"/>
/// <seealso cref="Tls12.ChangeCipherSpecTests"/>
public sealed class StraddledKeyChangeTests
{
    public static TheoryData<byte[]> Tails() =>
        new((byte[])[8], (byte[])[8, 0, 0, 2], (byte[])[8, 0, 0, 2, 0, 0], (byte[])[20, 0, 0, 32, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(Tails))]
    public void Behind_ServerHello(byte[] tail)
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server) { InTransit = Behind(Sender.Server, tail) };
        Shake.AssertEnded(pair, Sender.Client, TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [MemberData(nameof(Tails))]
    public void Behind_ClientHello(byte[] tail)
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server) { InTransit = Behind(Sender.Client, tail) };
        Shake.AssertEnded(pair, Sender.Server, TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(typeof(ExpectServerFinished), 20)]
    [InlineData(typeof(Handshake.Server.Tls13.ExpectClientFinished), 20)]
    public void Behind_Finished(Type state, byte type)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(state);
        EngineEnd end = StateMessageTests.End(stepper, side);

        // The null provider's Finished is right whatever it says; a NewSessionTicket or KeyUpdate begins behind it.
        byte[] finished = [type, 0, 0, 32, .. new byte[32], 24, 0, 0, 1];
        end.Take(NullRecord.Protected(NullRecord.Handshake, finished));
        Assert.Equal(AlertDescription.UnexpectedMessage, end.Failure is { Reason: TlsReason.KeyChangeNotAligned } failure
            ? failure.Alert
            : default(AlertDescription));
    }

    [Theory]
    [InlineData(Sender.Client, new byte[] { 24, 0, 0, 1, 0, 24 })]
    [InlineData(Sender.Client, new byte[] { 24, 0, 0, 1, 0, 24, 0, 0, 1, 0 })]
    [InlineData(Sender.Server, new byte[] { 24, 0, 0, 1, 1, 24, 0, 0, 1 })]
    [InlineData(Sender.Server, new byte[] { 24, 0, 0, 1, 0, 4, 0 })]
    public void Behind_KeyUpdate(Sender receiver, byte[] messages)
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        end.Take(NullRecord.Protected(NullRecord.Handshake, messages));
        Shake.AssertFailed(end, TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(typeof(ExpectServerHello))]
    [InlineData(typeof(ExpectClientHello))]
    public void A_message_cut_by_another_record(Type state)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(state);
        EngineEnd end = StateMessageTests.End(stepper, side);
        end.Take(NullRecord.Plain(NullRecord.Handshake, [side == Sender.Client ? (byte)2 : (byte)1, 0, 0, 100, 3, 3]));
        end.Take(NullRecord.Plain(NullRecord.Alert, [1, 90]));
        Shake.AssertFailed(end, TlsReason.InterleavedHandshake, AlertDescription.UnexpectedMessage);
    }

    private static Func<Flight, byte[]> Behind(Sender from, byte[] tail)
    {
        bool isDone = false;
        return flight =>
        {
            if (flight.From != from || isDone)
            {
                return flight.Bytes;
            }

            isDone = true;
            WireRecord[] records = [.. WireRecord.Split(flight.Bytes)];
            records[0] = records[0] with { Fragment = [.. records[0].Fragment, .. tail] };
            return [.. records.SelectMany(static record => record.Encode())];
        };
    }
}
