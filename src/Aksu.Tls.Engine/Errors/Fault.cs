using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Errors;

/// <summary>
/// Every cause for which this side ends a connection, each with its alert, so that alert and error cannot disagree. Use as
/// <c>throw Fault.BadRecord()</c>; the engine's edge catches it, sends the alert and wipes the secrets.
/// </summary>
internal static class Fault
{
    // Decoding

    public static TlsException Truncated(string structure) =>
        New(TlsReason.Truncated, TlsErrorKind.ProtocolViolation, AlertDescription.DecodeError, $"{structure} from the peer ends before its last field.");

    public static TlsException TrailingBytes(string structure) =>
        New(TlsReason.TrailingBytes, TlsErrorKind.ProtocolViolation, AlertDescription.DecodeError, $"{structure} from the peer has bytes left over after its last field.");

    public static TlsException LengthOutOfRange(string structure) =>
        New(TlsReason.LengthOutOfRange, TlsErrorKind.ProtocolViolation, AlertDescription.DecodeError, $"A length in {structure} from the peer is outside what the standard allows.");

    public static TlsException DuplicateExtension(ExtensionType type, string message) =>
        New(TlsReason.DuplicateExtension, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"{message} from the peer has the extension {type} twice.");

    public static TlsException ForbiddenExtension(ExtensionType type, string message) =>
        New(TlsReason.ForbiddenExtension, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"The extension {type} must not stand in {message}.");

    public static TlsException UnsolicitedExtension(ExtensionType type, string message) =>
        New(TlsReason.UnsolicitedExtension, TlsErrorKind.ProtocolViolation, AlertDescription.UnsupportedExtension, $"The peer answered with the extension {type} in {message}, which this side never offered.");

    public static TlsException MissingExtension(ExtensionType type, string message) =>
        New(TlsReason.MissingExtension, TlsErrorKind.ProtocolViolation, AlertDescription.MissingExtension, $"{message} from the peer lacks the extension {type}, which it must have here.");

    public static TlsException TooManyEntries(string structure, int limit) =>
        New(TlsReason.TooManyEntries, TlsErrorKind.LimitExceeded, AlertDescription.DecodeError, $"{structure} from the peer has more than {limit} entries, the limit of this side.");

    public static TlsException InvalidValue(string what) =>
        New(TlsReason.InvalidValue, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"{what} from the peer has a value that the standard forbids.");

    public static TlsException DuplicateKeyShare(NamedGroup group) =>
        New(TlsReason.DuplicateKeyShare, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"The peer's key_share has two values for {group}.");

    public static TlsException PskBinderCountMismatch() =>
        New(TlsReason.PskBinderCountMismatch, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer's pre_shared_key has not one binder for each identity.");

    public static TlsException PreSharedKeyNotLast() =>
        New(TlsReason.PreSharedKeyNotLast, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer's ClientHello has pre_shared_key in a place other than last.");

    // Records

    public static TlsException NotTls() =>
        New(TlsReason.NotTls, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The peer does not speak TLS on this port: its first bytes are no TLS record. Check the host and the port, and whether the service expects plain text first.");

    public static TlsException PlainHttp() =>
        New(TlsReason.PlainHttp, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The peer speaks plain HTTP on this port, not TLS. Use https:// with a TLS port, or connect without TLS.");

    public static TlsException Ssl2Hello() =>
        New(TlsReason.Ssl2Hello, TlsErrorKind.ProtocolViolation, AlertDescription.ProtocolVersion, "The peer opened with an SSL 2.0 hello. SSL 2.0 is broken and refused (RFC 6176); the peer must use TLS 1.2 or newer.");

    public static TlsException RecordTooLong() =>
        New(TlsReason.RecordTooLong, TlsErrorKind.ProtocolViolation, AlertDescription.RecordOverflow, "The peer sent a record that is longer than the limit.");

    public static TlsException BadRecord() =>
        New(TlsReason.BadRecord, TlsErrorKind.Integrity, AlertDescription.BadRecordMac, "A record from the peer did not authenticate: it was changed on the way, or the two sides hold different keys.");

    public static TlsException RecordWithoutContentType() =>
        New(TlsReason.RecordWithoutContentType, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "A protected record from the peer holds only padding.");

    public static TlsException UnexpectedRecord(ContentType type) =>
        New(TlsReason.UnexpectedRecord, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, $"The peer sent a record of type {type} where none may come.");

    public static TlsException PlaintextRecord(ContentType type) =>
        New(TlsReason.PlaintextRecord, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, $"The peer sent an unprotected record of type {type} after protection began.");

    public static TlsException EmptyRecord(ContentType type) =>
        New(TlsReason.EmptyRecord, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, $"The peer sent an empty record of type {type}.");

    public static TlsException TooManyEmptyRecords() =>
        New(TlsReason.TooManyEmptyRecords, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer sent too many empty records in a row.");

    public static TlsException TooMuchEarlyData() =>
        New(TlsReason.TooMuchEarlyData, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer sent more early data than this side skips.");

    public static TlsException InvalidChangeCipherSpec() =>
        New(TlsReason.InvalidChangeCipherSpec, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The peer sent a change_cipher_spec record that is malformed or comes at a moment when none may come.");

    public static TlsException TooManyChangeCipherSpecs() =>
        New(TlsReason.TooManyChangeCipherSpecs, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer sent too many change_cipher_spec records.");

    public static TlsException InterleavedHandshake() =>
        New(TlsReason.InterleavedHandshake, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The peer put another record between the pieces of one handshake message.");

    public static TlsException KeyChangeNotAligned() =>
        New(TlsReason.KeyChangeNotAligned, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The peer sent handshake bytes past a message that changes the keys or hands over to this side.");

    public static TlsException ReadLimitReached() =>
        New(TlsReason.ReadLimitReached, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer protected more records under one key than its cipher allows.");

    public static TlsException WriteLimitReached() =>
        New(TlsReason.WriteLimitReached, TlsErrorKind.LimitExceeded, AlertDescription.InternalError, "This side has protected as many records under one key as its cipher allows, and it cannot change keys: the protocol version has no way, or they were changed too often. Open a new connection.");

    // Alerts

    public static TlsException MalformedAlert() =>
        New(TlsReason.MalformedAlert, TlsErrorKind.ProtocolViolation, AlertDescription.DecodeError, "The peer sent an alert that is not two bytes long.");

    public static TlsException TooManyWarnings() =>
        New(TlsReason.TooManyWarnings, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer sent too many warning alerts in a row.");

    public static TlsException ClosedDuringHandshake() =>
        New(TlsReason.ClosedDuringHandshake, TlsErrorKind.Truncated, AlertDescription.CloseNotify, "The peer closed the connection before the handshake was complete.");

    public static TlsException EndOfStream() =>
        New(TlsReason.EndOfStream, TlsErrorKind.Truncated, AlertDescription.CloseNotify, "The transport ended without close_notify: what was received may be incomplete (RFC 9846 §6.1).");

    // Messages and their order

    public static TlsException UnexpectedMessage(HandshakeType type, string awaited) =>
        New(TlsReason.UnexpectedMessage, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, $"The peer sent {type} while {awaited} was awaited.");

    public static TlsException MessageTooLong(HandshakeType type, int limit) =>
        New(TlsReason.MessageTooLong, TlsErrorKind.LimitExceeded, AlertDescription.IllegalParameter, $"The peer announced a {type} message longer than {limit} bytes, the limit of this side.");

    // Negotiation

    public static TlsException UnsupportedVersion() =>
        New(TlsReason.UnsupportedVersion, TlsErrorKind.NoCommonParameters, AlertDescription.ProtocolVersion, "The two sides share no protocol version. Enable a version that the peer has, or update the peer.");

    public static TlsException Ssl3Refused() =>
        New(TlsReason.Ssl3Refused, TlsErrorKind.NoCommonParameters, AlertDescription.ProtocolVersion, "The peer offers no version after SSL 3.0. SSL 3.0 is broken and refused (RFC 7568); the peer must use TLS 1.2 or newer.");

    public static TlsException VersionNotOffered() =>
        New(TlsReason.VersionNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose a protocol version that this side did not offer.");

    public static TlsException WrongLegacyVersion() =>
        New(TlsReason.VersionNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.ProtocolVersion, "The server's hello of TLS 1.3 does not say TLS 1.2 in legacy_version (RFC 9846 §4.2.3).");

    public static TlsException DowngradeDetected() =>
        New(TlsReason.DowngradeDetected, TlsErrorKind.Integrity, AlertDescription.IllegalParameter, "The server's random says that it can do a newer version than was negotiated: somebody between the two sides changed the hello (RFC 9846 §4.2.3).");

    public static TlsException InappropriateFallback() =>
        New(TlsReason.InappropriateFallback, TlsErrorKind.NoCommonParameters, AlertDescription.InappropriateFallback, "The client fell back to an older version than both sides have (TLS_FALLBACK_SCSV, RFC 7507).");

    public static TlsException NoCommonCipherSuite() =>
        New(TlsReason.NoCommonCipherSuite, TlsErrorKind.NoCommonParameters, AlertDescription.HandshakeFailure, "The two sides share no cipher suite that fits the version and the certificate.");

    public static TlsException CipherSuiteNotOffered() =>
        New(TlsReason.CipherSuiteNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose a cipher suite that this side did not offer or that does not fit the version.");

    public static TlsException CipherSuiteChanged() =>
        New(TlsReason.CipherSuiteChanged, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose another cipher suite in ServerHello than in its HelloRetryRequest.");

    public static TlsException NoCommonGroup() =>
        New(TlsReason.NoCommonGroup, TlsErrorKind.NoCommonParameters, AlertDescription.HandshakeFailure, "The two sides share no key exchange group.");

    public static TlsException GroupNotOffered() =>
        New(TlsReason.GroupNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer chose a key exchange group that this side did not offer, or one for which it already had a share.");

    public static TlsException InvalidKeyShare(NamedGroup group) =>
        New(TlsReason.InvalidKeyShare, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"The peer's public value for {group} is not a valid one.");

    public static TlsException InvalidFiniteFieldShare(NamedGroup group) =>
        New(TlsReason.InvalidKeyShare, TlsErrorKind.ProtocolViolation, AlertDescription.HandshakeFailure, $"The peer's public value for {group} is not a valid one (RFC 7919 §3, §4).");

    public static TlsException NoCommonFiniteField() =>
        New(TlsReason.NoCommonGroup, TlsErrorKind.NoCommonParameters, AlertDescription.InsufficientSecurity, "The client wants a finite field (RFC 7919) that this side does not have, and the two sides share no other cipher suite.");

    public static TlsException UnknownFiniteField() =>
        New(TlsReason.UnknownFiniteField, TlsErrorKind.NoCommonParameters, AlertDescription.InsufficientSecurity, "The server chose a finite field that is none of those offered (RFC 7919); this side does not trust a prime that it does not know.");

    public static TlsException ExtendedMainSecretRequired() =>
        New(TlsReason.ExtendedMainSecretRequired, TlsErrorKind.NoCommonParameters, AlertDescription.HandshakeFailure, "The peer does not bind the main secret to the handshake (extended_master_secret, RFC 7627). Update the peer, or allow it by the option DangerousWithoutExtendedMainSecret.");

    public static TlsException ExtendedMainSecretChanged() =>
        New(TlsReason.ExtendedMainSecretChanged, TlsErrorKind.ProtocolViolation, AlertDescription.HandshakeFailure, "The peer resumes a session with another setting of extended_master_secret than it was made with (RFC 7627 §5.3).");

    public static TlsException SecureRenegotiationRequired() =>
        New(TlsReason.SecureRenegotiationRequired, TlsErrorKind.NoCommonParameters, AlertDescription.HandshakeFailure, "The server does not have renegotiation_info (RFC 5746), so a renegotiation that this side never asks for could be slipped in. Update the server.");

    public static TlsException InvalidRenegotiationInfo() =>
        New(TlsReason.InvalidRenegotiationInfo, TlsErrorKind.ProtocolViolation, AlertDescription.HandshakeFailure, "The peer's renegotiation_info belongs to an earlier handshake; this is the first one.");

    public static TlsException UnexpectedResumption() =>
        New(TlsReason.UnexpectedResumption, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server resumes a session that this side did not offer, or with other parameters than it was made with.");

    public static TlsException NoCommonSignatureScheme() =>
        New(TlsReason.NoCommonSignatureScheme, TlsErrorKind.NoCommonParameters, AlertDescription.HandshakeFailure, "No certificate of this side can be used with the signature schemes that the peer accepts.");

    public static TlsException SignatureSchemeNotOffered(SignatureScheme scheme) =>
        New(TlsReason.SignatureSchemeNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, $"The peer signed with {scheme}, which this side did not offer or which does not fit the peer's key.");

    public static TlsException NoApplicationProtocol() =>
        New(TlsReason.NoApplicationProtocol, TlsErrorKind.NoCommonParameters, AlertDescription.NoApplicationProtocol, "The two sides share no application protocol (ALPN).");

    public static TlsException ApplicationProtocolNotOffered() =>
        New(TlsReason.ApplicationProtocolNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose an application protocol (ALPN) that this side did not offer.");

    public static TlsException UnrecognizedName() =>
        New(TlsReason.UnrecognizedName, TlsErrorKind.NoCommonParameters, AlertDescription.UnrecognizedName, "This server does not serve the name that the client asked for (SNI).");

    public static TlsException SecondHelloRetryRequest() =>
        New(TlsReason.SecondHelloRetryRequest, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The server sent a second HelloRetryRequest.");

    public static TlsException HelloRetryWithoutChange() =>
        New(TlsReason.HelloRetryWithoutChange, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server's HelloRetryRequest asks for no change.");

    public static TlsException ClientHelloChanged() =>
        New(TlsReason.ClientHelloChanged, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The client's second ClientHello differs from the first in more than HelloRetryRequest allows.");

    public static TlsException InvalidCookie() =>
        New(TlsReason.InvalidCookie, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The client's second ClientHello lacks the cookie of HelloRetryRequest or has another one.");

    public static TlsException SessionIdNotEchoed() =>
        New(TlsReason.SessionIdNotEchoed, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server did not echo the client's legacy_session_id.");

    public static TlsException InvalidCompression() =>
        New(TlsReason.InvalidCompression, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer asks for compression, which TLS does not have any more.");

    public static TlsException PskIdentityOutOfRange() =>
        New(TlsReason.PskIdentityOutOfRange, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose a pre-shared key that this side did not offer, or one that does not fit the cipher suite.");

    public static TlsException PskModeNotOffered() =>
        New(TlsReason.PskModeNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server took a pre-shared key without the key exchange that this side asks for with it.");

    public static TlsException InvalidBinder() =>
        New(TlsReason.InvalidBinder, TlsErrorKind.Integrity, AlertDescription.DecryptError, "The client's pre-shared key binder is wrong: it does not hold the key of the session it wants to resume, or its hello was changed.");

    public static TlsException RecordSizeLimitInvalid() =>
        New(TlsReason.RecordSizeLimitInvalid, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer's record_size_limit is below 64 bytes or over what the version allows.");

    // Authentication

    public static TlsException EmptyServerCertificate() =>
        New(TlsReason.EmptyServerCertificate, TlsErrorKind.PeerAuthentication, AlertDescription.DecodeError, "The server sent no certificate.");

    public static TlsException NoCommonCertificateType() =>
        New(TlsReason.NoCommonCertificateType, TlsErrorKind.NoCommonParameters, AlertDescription.UnsupportedCertificate, "The two sides share no type of certificate (X.509 or raw public key, RFC 7250): one presents what the other does not take.");

    public static TlsException CertificateTypeNotOffered() =>
        New(TlsReason.CertificateTypeNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server chose a type of certificate (RFC 7250) that this side did not offer.");

    public static TlsException UnusableCertificate() =>
        New(TlsReason.UnusableCertificate, TlsErrorKind.PeerAuthentication, AlertDescription.UnsupportedCertificate, "The peer's certificate holds a public key of a kind that this side does not support.");

    public static TlsException MalformedCertificate() =>
        New(TlsReason.MalformedCertificate, TlsErrorKind.PeerAuthentication, AlertDescription.BadCertificate, "The peer's certificate cannot be read.");

    public static TlsException TooManyCertificates(int limit) =>
        New(TlsReason.TooManyCertificates, TlsErrorKind.LimitExceeded, AlertDescription.BadCertificate, $"The peer sent more than {limit} certificates, the limit of this side.");

    public static TlsException BadSignature() =>
        New(TlsReason.BadSignature, TlsErrorKind.PeerAuthentication, AlertDescription.DecryptError, "The peer could not prove that it holds its certificate's private key: the handshake signature is wrong.");

    public static TlsException BadFinished() =>
        New(TlsReason.BadFinished, TlsErrorKind.Integrity, AlertDescription.DecryptError, "The peer's Finished message is wrong: the two sides saw different handshakes, so somebody between them changed something.");

    public static TlsException CertificateRequired() =>
        New(TlsReason.CertificateRequired, TlsErrorKind.PeerAuthentication, AlertDescription.CertificateRequired, "This server demands a client certificate, and the client sent none.");

    public static TlsException CertificateRequired12() =>
        New(TlsReason.CertificateRequired, TlsErrorKind.PeerAuthentication, AlertDescription.HandshakeFailure, "This server demands a client certificate, and the client sent none.");

    public static TlsException CertificateDoesNotFitSuite() =>
        New(TlsReason.CertificateDoesNotFitSuite, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The server's certificate holds a key of another kind than its cipher suite calls for, or one on a curve that this side did not offer.");

    public static TlsException UnknownCertificateRequest() =>
        New(TlsReason.UnknownCertificateRequest, TlsErrorKind.ProtocolViolation, AlertDescription.IllegalParameter, "The peer's certificate_request_context is not the one that was sent, or was used before.");

    public static TlsException PostHandshakeAuthNotOffered() =>
        New(TlsReason.PostHandshakeAuthNotOffered, TlsErrorKind.ProtocolViolation, AlertDescription.UnexpectedMessage, "The server asked for a client certificate after the handshake, which this side did not offer.");

    public static TlsException TooManyCertificateRequests() =>
        New(TlsReason.TooManyCertificateRequests, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The server asked too often for a client certificate.");

    // After the handshake

    public static TlsException TooManyKeyUpdates() =>
        New(TlsReason.TooManyKeyUpdates, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The peer changed its keys too often without sending data.");

    public static TlsException TooManyTickets() =>
        New(TlsReason.TooManyTickets, TlsErrorKind.LimitExceeded, AlertDescription.UnexpectedMessage, "The server sent too many session tickets.");

    public static TlsException RenegotiationRefused() =>
        New(TlsReason.RenegotiationRefused, TlsErrorKind.ProtocolViolation, AlertDescription.NoRenegotiation, "The peer wants to renegotiate, which this side never does.");

    // Our own side

    public static TlsException CannotSign() =>
        New(TlsReason.CannotSign, TlsErrorKind.Local, AlertDescription.InternalError, "This side's key could not sign the handshake.");

    public static TlsException CannotSign(Exception inner) =>
        New(TlsReason.CannotSign, TlsErrorKind.Local, AlertDescription.InternalError, "This side's key could not sign the handshake. The inner exception says why.", inner: inner);

    public static TlsException ApplicationRefused(AlertDescription alert, string why) =>
        New(TlsReason.ApplicationRefused, TlsErrorKind.Local, alert, $"The application ended the handshake: {why}");

    public static TlsException Canceled() =>
        New(TlsReason.Canceled, TlsErrorKind.Local, AlertDescription.UserCanceled, "The application ended the handshake before it was complete.");

    public static TlsException HandshakeTimeout() =>
        New(TlsReason.HandshakeTimeout, TlsErrorKind.LimitExceeded, AlertDescription.UserCanceled, "The handshake was not complete within its time. The peer is slow, or it does not speak TLS on this port.");

    public static TlsException CallbackFailed(Exception inner) =>
        New(TlsReason.CallbackFailed, TlsErrorKind.Local, AlertDescription.InternalError, "A callback of the application failed. The inner exception says why.", inner: inner);

    public static TlsException PeerCertificateRefused(AlertDescription alert, string why) =>
        New(TlsReason.PeerCertificateRefused, TlsErrorKind.PeerAuthentication, alert, $"The peer's certificate was not accepted: {why}");

    public static TlsException AlertReceived(AlertDescription alert) =>
        new(TlsReason.AlertReceived, TlsErrorKind.PeerAlert, alert, PeerAlertText.For(alert), sentByPeer: true);

    public static TlsException InternalError(Exception inner) =>
        New(TlsReason.InternalError, TlsErrorKind.Local, AlertDescription.InternalError, "A fault inside the TLS library; please report it.", inner: inner);

    private static TlsException New(TlsReason reason, TlsErrorKind kind, AlertDescription alert, string message, Exception? inner = null) =>
        new(reason, kind, alert, message, inner: inner);
}
