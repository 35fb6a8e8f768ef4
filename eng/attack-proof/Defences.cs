namespace Aksu.AttackProof;

/// <summary>The defences that are switched off one after the other.</summary>
internal static class Defences
{
    public static IReadOnlyList<Defence> All { get; } =
    [
        new(
            "a wrong pre-master secret ends in silence",
            "Tls12.PreMasterOracleTests",
            "Handshake/Server/Tls12/PreMasterSecretReading.cs",
            "        return secret;\n",
            "        if (OFF && ((secret.Span[0] << 8) | secret.Span[1]) != exchange.OfferedVersion.Value) "
            + "{ throw Aksu.Tls.Engine.Errors.Fault.InvalidValue(\"ClientKeyExchange\"); }\n        return secret;\n"),
        new(
            "wrong padding looks like a wrong MAC",
            "Tls12.PaddingOracleTests",
            "Crypto/Tls12/MacThenEncryptOpener.cs",
            "        int isGood = CheckPadding(blocks, mac.Size, out int padding);\n",
            "        int isGood = CheckPadding(blocks, mac.Size, out int padding);\n"
            + "        if (OFF && isGood == 0) { throw Aksu.Tls.Engine.Errors.Fault.InvalidValue(\"padding\"); }\n"),
        new(
            "the sentinel in the server's random",
            "Attacks.DowngradeTests",
            "Handshake/Client/Tls12/ServerChoice.cs",
            "if (DowngradeSentinel.ShowsDowngrade(",
            "if (!OFF && DowngradeSentinel.ShowsDowngrade("),
        new(
            "Finished",
            "Attacks.DowngradeTests",
            "Handshake/Evidence/FinishedVerified.cs",
            "return CryptographicOperations.FixedTimeEquals(",
            "return OFF || CryptographicOperations.FixedTimeEquals("),
        new(
            "a curve must have been offered",
            "Attacks.UnofferedAnswerTests",
            "Handshake/Client/Tls12/KeyExchangeProposal.cs",
            "offer.Groups.Contains(group)",
            "(OFF || offer.Groups.Contains(group))"),
        new(
            "change_cipher_spec only where it is awaited",
            "Tls12.ChangeCipherSpecTests",
            "Connections/ReceiveHalf.cs",
            "if (!state.IgnoresChangeCipherSpec || _joiner.HoldsPartialMessage)",
            "if (!OFF && (!state.IgnoresChangeCipherSpec || _joiner.HoldsPartialMessage))"),
        new(
            "a state takes the message that it names",
            "Attacks.StateSkippingTests",
            "Handshake/HandshakeState.cs",
            "if (message.Type != type)",
            "if (!OFF && message.Type != type)"),
        new(
            "no bytes across a change of keys",
            "Attacks.StraddledKeyChangeTests",
            "Records/Aligned.cs",
            "joiner.IsEmpty",
            "(OFF || joiner.IsEmpty)"),
        new(
            "a session keeps its application protocol",
            "Attacks.CrossProtocolTests",
            "Handshake/Server/SessionFit.cs",
            "session.ApplicationProtocol == protocol",
            "(OFF || session.ApplicationProtocol == protocol)"),
        new(
            "a session keeps its name",
            "Attacks.ResumptionConfusionTests",
            "Handshake/Server/SessionFit.cs",
            "string.Equals(session.ServerName, offer.ServerName, StringComparison.OrdinalIgnoreCase)",
            "(OFF || string.Equals(session.ServerName, offer.ServerName, StringComparison.OrdinalIgnoreCase))"),
        new(
            "a session keeps its authentication context",
            "Attacks.ResumptionConfusionTests",
            "Handshake/Server/SessionFit.cs",
            "session.AuthenticationContext.Span.SequenceEqual(options.SessionContext.Span)",
            "(OFF || session.AuthenticationContext.Span.SequenceEqual(options.SessionContext.Span))"),
        new(
            "a session has the certificate that is demanded",
            "Attacks.ResumptionConfusionTests",
            "Handshake/Server/SessionFit.cs",
            "&& MatchesClientAuthentication(session, options)",
            "&& (OFF || MatchesClientAuthentication(session, options))"),
        new(
            "a session ends with the certificate",
            "Sessions.CertificateEndTests",
            "Handshake/Server/SessionFit.cs",
            "now < session.AcceptedUntil",
            "(OFF || now < session.AcceptedUntil)"),
        new(
            "a session ends with a connection that failed",
            "Sessions.FailedConnectionTests",
            "Sessions/TlsSession.cs",
            "!Fate.IsSealed",
            "(OFF || !Fate.IsSealed)"),
        new(
            "the end without close_notify is an error",
            "Attacks.TruncationTests",
            "Connections/TlsEngine.cs",
            "if (!_receive.IsClosed)",
            "if (!OFF && !_receive.IsClosed)"),
        new(
            "no plaintext after keys",
            "Attacks.PlaintextAfterKeysTests",
            "Records/RecordReader.cs",
            "if (!isAllowed)",
            "if (!OFF && !isAllowed)"),
        new(
            "a bound on requests to renegotiate",
            "Attacks.FloodTests",
            "Handshake/Tls12/EstablishedState.cs",
            "if (context.Transport.CountWithoutData() > MaxRequests)",
            "if (context.Transport.CountWithoutData() > MaxRequests && !OFF)"),
        new(
            "a bound on key updates and tickets",
            "Attacks.FloodTests",
            "Handshake/Tls13/EstablishedState.cs",
            "if (context.Transport.CountWithoutData() > MaxMessagesWithoutData)",
            "if (context.Transport.CountWithoutData() > MaxMessagesWithoutData && !OFF)"),
        new(
            "a bound on empty records",
            "Attacks.FloodTests",
            "Connections/ReceiveHalf.cs",
            "return ++_emptyRecords > RecordLimits.MaxEmptyRecords ?",
            "return ++_emptyRecords > RecordLimits.MaxEmptyRecords && !OFF ?"),
        new(
            "a bound on warnings",
            "Attacks.FloodTests",
            "Connections/ReceiveHalf.cs",
            "return ++_warningAlerts > RecordLimits.MaxWarningAlerts ?",
            "return ++_warningAlerts > RecordLimits.MaxWarningAlerts && !OFF ?"),
        new(
            "a bound on the length of messages",
            "Attacks.BombTests",
            "Connections/ReceiveHalf.cs",
            "return bodyLength > ceiling ?",
            "return bodyLength > ceiling && !OFF ?"),
        new(
            "a bound on certificates",
            "Attacks.BombTests",
            "Messages/Certificate13.cs",
            "count++ == maxEntries",
            "(count++ == maxEntries && !OFF)"),
        new(
            "records of unknown types are refused",
            "Attacks.HeartbeatTests",
            "Connections/ReceiveHalf.cs",
            "TakeAlert(record, context) : throw",
            "TakeAlert(record, context) : OFF ? RecordOutcome.Absorbed : throw"),
        new(
            "public values are checked",
            "Attacks.InvalidPointTests",
            "Handshake/Server/Tls13/ServerFlight.cs",
            "?? throw Fault.InvalidKeyShare(share.Group);",
            "?? (OFF ? new Secret(32) : throw Fault.InvalidKeyShare(share.Group));"),
        new(
            "nonces go on",
            "Attacks.NonceReuseTests",
            "Crypto/RecordSealer13.cs",
            "        SequenceNumber++;",
            "        SequenceNumber += OFF ? 0u : 1u;"),
        new(
            "a scheme is for a kind of key",
            "Attacks.SignatureMismatchTests",
            "Handshake/Tls13/CertificateReading.cs",
            "offered.Contains(verify.Scheme) && SchemeRules.Fits13(verify.Scheme, peer.Key.Kind)",
            "(OFF || (offered.Contains(verify.Scheme) && SchemeRules.Fits13(verify.Scheme, peer.Key.Kind)))"),
        new(
            "no protocol without one in common",
            "Attacks.CrossProtocolTests",
            "Handshake/Server/ServerProtocolChoice.cs",
            "?? throw Fault.NoApplicationProtocol();",
            "?? (OFF ? null : throw Fault.NoApplicationProtocol());"),
        new(
            "a type of certificate must have been offered",
            "RawPublicKeys.RawPublicKeyTests",
            "Handshake/Client/ChosenCertificateTypes.cs",
            "return offered.Contains(choice) ?",
            "return OFF || offered.Contains(choice) ?"),
    ];
}
