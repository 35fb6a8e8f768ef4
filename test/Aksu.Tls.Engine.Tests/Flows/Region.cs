using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>A part of a record, and how a connection may end when one of its bytes is changed on the way.</summary>
/// <param name="Name">What it is.</param>
/// <param name="MayStall">The receiver may wait for bytes that never come.</param>
/// <param name="IsIgnored">No standard looks at it: nothing happens.</param>
/// <param name="Alerts">What the receiver (or the first to find out) may say.</param>
internal sealed record Region(string Name, bool MayStall, bool IsIgnored, params AlertDescription[] Alerts)
{
    private const byte ChangeCipherSpec = 20;
    private const byte Handshake = 22;

    private static readonly Region Type = new(
        "the type of a record",
        false,
        false,
        AlertDescription.UnexpectedMessage,
        AlertDescription.DecodeError,
        AlertDescription.ProtocolVersion);

    private static readonly Region FirstVersion = new("the version of the first record", false, false, AlertDescription.UnexpectedMessage);

    private static readonly Region IgnoredVersion = new("the version of an unprotected record", false, true);

    private static readonly Region Length = new(
        "the length of a record",
        true,
        false,
        AlertDescription.RecordOverflow,
        AlertDescription.DecodeError,
        AlertDescription.UnexpectedMessage,
        AlertDescription.IllegalParameter,
        AlertDescription.BadRecordMac);

    private static readonly Region ChangeCipherSpecBody = new("change_cipher_spec", false, false, AlertDescription.UnexpectedMessage);

    /// <summary>What cannot be read, what cannot be, what does not fit; and what only the keys or the proofs find out.</summary>
    private static readonly Region Hello = new(
        "an unprotected handshake message",
        true,
        false,
        AlertDescription.DecodeError,
        AlertDescription.IllegalParameter,
        AlertDescription.HandshakeFailure,
        AlertDescription.MissingExtension,
        AlertDescription.UnsupportedExtension,
        AlertDescription.ProtocolVersion,
        AlertDescription.UnexpectedMessage,
        AlertDescription.UnrecognizedName,
        AlertDescription.NoApplicationProtocol,
        AlertDescription.DecryptError,
        AlertDescription.BadRecordMac);

    /// <summary>In TLS 1.2 certificates and proofs stand in the open as well.</summary>
    private static readonly Region Message12 = Hello with
    {
        Alerts =
        [
            .. Hello.Alerts,
            AlertDescription.BadCertificate, AlertDescription.UnsupportedCertificate, AlertDescription.InsufficientSecurity,
        ],
    };

    private static readonly Region Protected = new("a protected record", false, false, AlertDescription.BadRecordMac);

    private static readonly Region ProtectedType12 = Type with { Alerts = [.. Type.Alerts, AlertDescription.BadRecordMac] };

    /// <summary>The region of one byte of a flight.</summary>
    public static Region Of(Flow flow, IReadOnlyList<Flight> flights, Flight flight, WireRecord record, int offset)
    {
        int at = offset - record.Offset;
        bool isTls12 = !flow.Name.StartsWith("tls13", StringComparison.Ordinal);
        bool isProtected = isTls12
            ? FollowsChangeCipherSpec(flights, flight, record)
            : record.Type is not (ChangeCipherSpec or Handshake);
        return at switch
        {
            0 when isTls12 => ProtectedType12,
            0 => Type,
            1 or 2 when isProtected => Protected,
            1 when flight.Number < 2 && record.Offset == 0 => FirstVersion,
            1 or 2 => IgnoredVersion,
            3 or 4 => Length,
            _ when isProtected => Protected,
            _ when record.Type == ChangeCipherSpec => ChangeCipherSpecBody,
            _ => isTls12 ? Message12 : Hello,
        };
    }

    private static bool FollowsChangeCipherSpec(IReadOnlyList<Flight> flights, Flight flight, WireRecord record) => flights
        .Where(earlier => earlier.From == flight.From && earlier.Number <= flight.Number)
        .SelectMany(earlier => WireRecord.Split(earlier.Bytes).Select(sent => (earlier.Number, sent.Offset, sent.Type)))
        .Any(sent => sent.Type == ChangeCipherSpec && (sent.Number < flight.Number || sent.Offset < record.Offset));
}
