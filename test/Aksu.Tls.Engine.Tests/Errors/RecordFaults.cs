using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Records that must not be, bounds on records, and alerts.</summary>
internal static class RecordFaults
{
    private static readonly byte[] UserCanceled = NullRecord.Protected(NullRecord.Alert, [1, AlertDescription.UserCanceled.Value]);

    public static IEnumerable<FaultCase> All =>
    [
        .. new[] { "SSH-2.0-x", "\u0016\u0002\u0000\u0000\u0000" }.Select(text => FaultCase.At<ExpectClientHello>(
            TlsReason.NotTls, AlertDescription.UnexpectedMessage, Encoding.Latin1.GetBytes(text))),
        .. new[] { "GET / HTTP/1.1", "POST", "HTTP/1.1 400", "HEAD ", "PUT /", "OPTIONS", "CONNECT", "DELETE" }.Select(text =>
            FaultCase.At<ExpectClientHello>(
                TlsReason.PlainHttp, AlertDescription.UnexpectedMessage, Encoding.Latin1.GetBytes(text))),
        FaultCase.At<ExpectServerHello>(TlsReason.PlainHttp, AlertDescription.UnexpectedMessage, "HTTP/1.1 400 Bad Request"u8.ToArray()),
        FaultCase.At<ExpectClientHello>(TlsReason.Ssl2Hello, AlertDescription.ProtocolVersion, [0x80, 0x2e, 1, 3, 1]),
        FaultCase.At<ExpectClientHello>(TlsReason.RecordTooLong, AlertDescription.RecordOverflow, [22, 3, 1, 0x40, 1]),
        FaultCase.At<EstablishedServer>(TlsReason.RecordTooLong, AlertDescription.RecordOverflow, [23, 3, 3, 0x41, 1]),
        FaultCase.At<EstablishedServer>(
            TlsReason.RecordWithoutContentType, AlertDescription.UnexpectedMessage, NullRecord.Protected(0, new byte[3])),
        FaultCase.At<ExpectEncryptedExtensions>(
            TlsReason.UnexpectedRecord, AlertDescription.UnexpectedMessage, NullRecord.Protected(NullRecord.ApplicationData, [1])),
        FaultCase.At<ExpectEncryptedExtensions>(
            TlsReason.PlaintextRecord, AlertDescription.UnexpectedMessage, NullRecord.Plain(NullRecord.Handshake, [8, 0, 0, 2, 0, 0])),
        FaultCase.At<ExpectServerHello>(
            TlsReason.EmptyRecord, AlertDescription.UnexpectedMessage, NullRecord.Plain(NullRecord.Handshake, [])),
        FaultCase.At<EstablishedServer>(
            TlsReason.TooManyEmptyRecords,
            AlertDescription.UnexpectedMessage,
            Times(RecordLimits.MaxEmptyRecords + 1, NullRecord.Protected(NullRecord.ApplicationData, [], padding: 5))),
        EarlyDataCase(),
        FaultCase.At<ExpectClientFinished>(
            TlsReason.InvalidChangeCipherSpec, AlertDescription.UnexpectedMessage, NullRecord.Plain(NullRecord.ChangeCipherSpec, [2])),
        FaultCase.At<ExpectServerHello>(
            TlsReason.TooManyChangeCipherSpecs,
            AlertDescription.UnexpectedMessage,
            Times(RecordLimits.MaxChangeCipherSpecs + 1, NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]))),
        FaultCase.At<EstablishedServer>(
            TlsReason.InterleavedHandshake,
            AlertDescription.UnexpectedMessage,
            NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1]),
            NullRecord.Protected(NullRecord.ApplicationData, [1])),
        FaultCase.At<EstablishedServer>(
            TlsReason.KeyChangeNotAligned,
            AlertDescription.UnexpectedMessage,
            NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 0, 24, 0, 0, 1, 0])),
        FaultCase.At<EstablishedServer>(
            TlsReason.MalformedAlert, AlertDescription.DecodeError, NullRecord.Protected(NullRecord.Alert, [2, 80, 0])),
        FaultCase.At<EstablishedServer>(
            TlsReason.TooManyWarnings, AlertDescription.UnexpectedMessage, Times(RecordLimits.MaxWarningAlerts + 1, UserCanceled)),
        FaultCase.At<ExpectClientFinished>(
            TlsReason.ClosedDuringHandshake, AlertDescription.CloseNotify, NullRecord.Protected(NullRecord.Alert, [1, 0])),
        FaultCase.At<EstablishedServer>(
            TlsReason.AlertReceived, null, NullRecord.Protected(NullRecord.Alert, [2, AlertDescription.InternalError.Value])),
        new(TlsReason.EndOfStream, null, static () =>
        {
            EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
            pair.Server.EndOfInput();
            pair.Server.Run();
            return (pair.Server, NullRecord.LastAlert(pair.Server.TakeOutput()));
        }),
    ];

    internal static byte[][] Times(int count, byte[] record) => [.. Enumerable.Repeat(record, count)];

    /// <summary>A client that sends early data although this server takes none.</summary>
    internal static EnginePair WithEarlyData(bool isRetried)
    {
        static ReadOnlyMemory<byte> Rewrite(HandshakeType type, ReadOnlyMemory<byte> message) =>
            type == HandshakeType.ClientHello && !Hello.Extensions(message).Contains(ExtensionType.Cookie)
                ? Hello.WithFirst(message, new EarlyDataIndication())
                : message;
        return new EnginePair(
            NullCryptography.Client with { MessageRewriter = Rewrite },
            isRetried ? NullCryptography.Server with { Groups = [NamedGroup.Secp256r1], SendsCookie = true } : NullCryptography.Server);
    }

    private static FaultCase EarlyDataCase() => new(TlsReason.TooMuchEarlyData, AlertDescription.UnexpectedMessage, static () =>
    {
        EnginePair pair = WithEarlyData(isRetried: true);
        pair.Client.Run();
        pair.Carry(Sender.Client);
        pair.Server.TakeOutput();
        foreach (byte[] record in Times(5, NullRecord.Plain(NullRecord.ApplicationData, new byte[RecordLimits.MaxSkippedEarlyData / 4])))
        {
            pair.Server.Take(record);
        }

        return (pair.Server, NullRecord.LastAlert(pair.Server.TakeOutput()));
    });
}
