using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>What goes wrong in any state, after the handshake, or on this side.</summary>
internal static class LaterFaults
{
    private static readonly byte[] KeyUpdate = NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 0]);

    private static readonly byte[] Ticket = NullRecord.Protected(
        NullRecord.Handshake, Hello.Encode(new NewSessionTicket13(60, 0, new byte[1], new byte[1], ExtensionBlock.Empty)));

    public static IEnumerable<FaultCase> All =>
    [
        FaultCase.At<ExpectClientFinished>(
            TlsReason.UnexpectedMessage, AlertDescription.UnexpectedMessage, NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 0])),
        FaultCase.At<ExpectClientHello>(
            TlsReason.MessageTooLong, AlertDescription.IllegalParameter, NullRecord.Plain(NullRecord.Handshake, [1, 2, 0, 1])),
        .. new[] { Sender.Client, Sender.Server }.Select(by => FaultCase.Established(
            TlsReason.TooManyKeyUpdates, AlertDescription.UnexpectedMessage, by, static _ => RecordFaults.Times(33, KeyUpdate))),
        FaultCase.Established(
            TlsReason.TooManyTickets, AlertDescription.UnexpectedMessage, Sender.Client, static _ => RecordFaults.Times(33, Ticket)),
        new(TlsReason.BadRecord, AlertDescription.BadRecordMac, static () =>
        {
            EnginePair pair = Shake.Hands();
            pair.InTransit = static flight => [.. flight.Bytes[..^1], (byte)(flight.Bytes[^1] ^ 1)];
            pair.Client.Send("x"u8);
            pair.Carry(Sender.Client);
            pair.InTransit = null;
            return FaultCase.Pumped(pair, Sender.Server);
        }),
        Aborted(TlsReason.Canceled, AlertDescription.UserCanceled, new OperationCanceledException()),
        Aborted(TlsReason.HandshakeTimeout, AlertDescription.UserCanceled, new TimeoutException()),
        Aborted(TlsReason.CallbackFailed, AlertDescription.InternalError, new InvalidDataException()),
        FaultCase.Between(
            TlsReason.InternalError,
            AlertDescription.InternalError,
            Sender.Server,
            static () => NullCryptography.Client,
            static () => NullCryptography.Server with { Tickets = new BrokenTickets() }),
    ];

    private static FaultCase Aborted(TlsReason reason, AlertDescription alert, Exception cause) => new(reason, alert, () =>
    {
        EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        pair.ServerEngine.Abort(cause);
        Assert.Throws<TlsException>(() => pair.Server.Send("x"u8));
        pair.Server.Run();
        return (pair.Server, NullRecord.LastAlert(pair.Server.TakeOutput()));
    });

    private sealed class BrokenTickets : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => throw new NotSupportedException();

        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
    }
}
