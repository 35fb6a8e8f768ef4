namespace Aksu.Tls.Engine.Errors;

/// <summary>The named causes for which a connection ends; each has its alert in <c>Fault</c>.</summary>
public enum TlsReason
{
    /// <summary>A structure ends before its last field (RFC 9846 §6.2).</summary>
    Truncated,

    /// <summary>A structure is longer than its fields (RFC 9846 §6.2).</summary>
    TrailingBytes,

    /// <summary>A vector's length is outside its bounds (RFC 9846 §3.4).</summary>
    LengthOutOfRange,

    /// <summary>An extension stands twice in one block (RFC 9846 §4.3).</summary>
    DuplicateExtension,

    /// <summary>A known extension stands in a message where the table forbids it (RFC 9846 §4.3).</summary>
    ForbiddenExtension,

    /// <summary>An answer to an extension that was not offered (RFC 9846 §4.3).</summary>
    UnsolicitedExtension,

    /// <summary>A mandatory extension is absent (RFC 9846 §9.2).</summary>
    MissingExtension,

    /// <summary>A list has more entries than this side takes.</summary>
    TooManyEntries,

    /// <summary>A field has a value that the standard forbids (RFC 9846 §6.2).</summary>
    InvalidValue,

    /// <summary>pre_shared_key is not the last extension (RFC 9846 §4.3.11).</summary>
    PreSharedKeyNotLast,

    /// <summary>Two key shares for one group (RFC 9846 §4.3.8).</summary>
    DuplicateKeyShare,

    /// <summary>Binders and identities of pre_shared_key differ in number (RFC 9846 §4.3.11).</summary>
    PskBinderCountMismatch,

    /// <summary>The first bytes are no record.</summary>
    NotTls,

    /// <summary>The first bytes are an HTTP request or answer.</summary>
    PlainHttp,

    /// <summary>An SSL 2.0 compatible ClientHello.</summary>
    Ssl2Hello,

    /// <summary>A record's length is over the limit (RFC 9846 §5.1, §5.2; RFC 8449 §4).</summary>
    RecordTooLong,

    /// <summary>A record could not be opened (RFC 9846 §5.2).</summary>
    BadRecord,

    /// <summary>A protected record without a non-zero octet (RFC 9846 §5.4).</summary>
    RecordWithoutContentType,

    /// <summary>A record of a type that may not come now (RFC 9846 §5).</summary>
    UnexpectedRecord,

    /// <summary>An unprotected record after protection began (RFC 9846 §5).</summary>
    PlaintextRecord,

    /// <summary>A zero-length fragment of a type that forbids it (RFC 9846 §5.1, §5.4).</summary>
    EmptyRecord,

    /// <summary>Empty records in a row passed the bound.</summary>
    TooManyEmptyRecords,

    /// <summary>Skipped early data passed the bound (RFC 9846 §4.3.10).</summary>
    TooMuchEarlyData,

    /// <summary>change_cipher_spec that must not be ignored (RFC 9846 §5).</summary>
    InvalidChangeCipherSpec,

    /// <summary>change_cipher_spec records passed the bound.</summary>
    TooManyChangeCipherSpecs,

    /// <summary>A record of another type between the fragments of a handshake message (RFC 9846 §5.1).</summary>
    InterleavedHandshake,

    /// <summary>Handshake bytes straddle a key change (RFC 9846 §5.1), or the end of a flight that ends with HelloRetryRequest.</summary>
    KeyChangeNotAligned,

    /// <summary>More records than the AEAD's limit (RFC 9846 §5.5).</summary>
    ReadLimitReached,

    /// <summary>The AEAD's limit is reached and keys cannot change.</summary>
    WriteLimitReached,

    /// <summary>An alert of a wrong form (RFC 9846 §6).</summary>
    MalformedAlert,

    /// <summary>Warning alerts in a row passed the bound.</summary>
    TooManyWarnings,

    /// <summary>close_notify before the handshake was complete.</summary>
    ClosedDuringHandshake,

    /// <summary>End of stream without close_notify.</summary>
    EndOfStream,

    /// <summary>A handshake message out of order (RFC 9846 §4).</summary>
    UnexpectedMessage,

    /// <summary>A handshake message is longer than the state's ceiling.</summary>
    MessageTooLong,

    /// <summary>No common version (RFC 9846 §4.3.1).</summary>
    UnsupportedVersion,

    /// <summary>The peer's best version is SSL 3.0.</summary>
    Ssl3Refused,

    /// <summary>A version was chosen that was not offered (RFC 9846 §4.3.1).</summary>
    VersionNotOffered,

    /// <summary>A downgrade sentinel in ServerHello.random.</summary>
    DowngradeDetected,

    /// <summary>TLS_FALLBACK_SCSV below our best version.</summary>
    InappropriateFallback,

    /// <summary>No common cipher suite.</summary>
    NoCommonCipherSuite,

    /// <summary>A suite was chosen that was not offered (RFC 9846 §4.2.3).</summary>
    CipherSuiteNotOffered,

    /// <summary>The suite changed after HelloRetryRequest (RFC 9846 §4.2.4).</summary>
    CipherSuiteChanged,

    /// <summary>No common group (RFC 9846 §4.2.1).</summary>
    NoCommonGroup,

    /// <summary>A group was chosen that does not fit the offer (RFC 9846 §4.3.8).</summary>
    GroupNotOffered,

    /// <summary>A public value is malformed or gives an all-zero result (RFC 9846 §4.3.8, §7.4).</summary>
    InvalidKeyShare,

    /// <summary>DHE over a prime that is none of RFC 7919.</summary>
    UnknownFiniteField,

    /// <summary>The peer lacks extended_master_secret (RFC 7627 §5.2).</summary>
    ExtendedMainSecretRequired,

    /// <summary>A resumed session changed extended_master_secret (RFC 7627 §5.3).</summary>
    ExtendedMainSecretChanged,

    /// <summary>The server lacks renegotiation_info (RFC 5746 §3.4).</summary>
    SecureRenegotiationRequired,

    /// <summary>renegotiation_info is not empty in a first handshake (RFC 5746 §3.4, §3.6).</summary>
    InvalidRenegotiationInfo,

    /// <summary>A session was resumed that was not offered or does not fit (RFC 5246 §7.4.1.3).</summary>
    UnexpectedResumption,

    /// <summary>The server's key does not fit its cipher suite (RFC 5246 §7.4.2).</summary>
    CertificateDoesNotFitSuite,

    /// <summary>No scheme fits (RFC 9846 §4.5.1.2).</summary>
    NoCommonSignatureScheme,

    /// <summary>A signature scheme that was not offered or does not fit (RFC 9846 §4.5.2).</summary>
    SignatureSchemeNotOffered,

    /// <summary>No common ALPN protocol (RFC 7301 §3.2).</summary>
    NoApplicationProtocol,

    /// <summary>An ALPN protocol was chosen that was not offered (RFC 7301 §3.1).</summary>
    ApplicationProtocolNotOffered,

    /// <summary>No certificate for the name, and the server is strict (RFC 6066 §3).</summary>
    UnrecognizedName,

    /// <summary>A second HelloRetryRequest (RFC 9846 §4.2.4).</summary>
    SecondHelloRetryRequest,

    /// <summary>HelloRetryRequest that would not change ClientHello (RFC 9846 §4.2.4).</summary>
    HelloRetryWithoutChange,

    /// <summary>The second ClientHello changed something else (RFC 9846 §4.2.2).</summary>
    ClientHelloChanged,

    /// <summary>The cookie was not echoed (RFC 9846 §4.3.2).</summary>
    InvalidCookie,

    /// <summary>legacy_session_id_echo differs (RFC 9846 §4.2.3).</summary>
    SessionIdNotEchoed,

    /// <summary>legacy_compression_method is not null (RFC 9846 §4.2.2).</summary>
    InvalidCompression,

    /// <summary>selected_identity is out of range or of another hash (RFC 9846 §4.3.11).</summary>
    PskIdentityOutOfRange,

    /// <summary>The server took a PSK without the key exchange that psk_key_exchange_modes asks for (RFC 9846 §4.3.11).</summary>
    PskModeNotOffered,

    /// <summary>A PSK binder did not verify (RFC 9846 §4.3.11.2).</summary>
    InvalidBinder,

    /// <summary>record_size_limit out of range (RFC 8449 §4).</summary>
    RecordSizeLimitInvalid,

    /// <summary>The server's certificate list is empty (RFC 9846 §4.5.1.3).</summary>
    EmptyServerCertificate,

    /// <summary>The two sides share no type of certificate: X.509 or raw public key (RFC 7250).</summary>
    NoCommonCertificateType,

    /// <summary>The server chose a type of certificate that was not offered.</summary>
    CertificateTypeNotOffered,

    /// <summary>The leaf's public key cannot be used.</summary>
    UnusableCertificate,

    /// <summary>The leaf is no DER certificate.</summary>
    MalformedCertificate,

    /// <summary>The chain is longer than this side takes.</summary>
    TooManyCertificates,

    /// <summary>CertificateVerify did not verify (RFC 9846 §4.5.2).</summary>
    BadSignature,

    /// <summary>Finished did not verify (RFC 9846 §4.5.3).</summary>
    BadFinished,

    /// <summary>The client's certificate list is empty and one is required (RFC 9846 §4.5.1.3).</summary>
    CertificateRequired,

    /// <summary>certificate_request_context is wrong (RFC 9846 §4.4.2, §4.5.1).</summary>
    UnknownCertificateRequest,

    /// <summary>CertificateRequest without post_handshake_auth (RFC 9846 §4.7.2).</summary>
    PostHandshakeAuthNotOffered,

    /// <summary>Post-handshake CertificateRequests passed the bound.</summary>
    TooManyCertificateRequests,

    /// <summary>KeyUpdates in a row passed the bound.</summary>
    TooManyKeyUpdates,

    /// <summary>Session tickets passed the bound.</summary>
    TooManyTickets,

    /// <summary>Renegotiation (RFC 5746; RFC 9325 §3.5).</summary>
    RenegotiationRefused,

    /// <summary>The signing key failed.</summary>
    CannotSign,

    /// <summary>The application answered a suspension with a refusal.</summary>
    ApplicationRefused,

    /// <summary>The handshake was given up.</summary>
    Canceled,

    /// <summary>The handshake took longer than it may.</summary>
    HandshakeTimeout,

    /// <summary>A callback of the application threw.</summary>
    CallbackFailed,

    /// <summary>The application or the default verification did not accept the peer's certificates.</summary>
    PeerCertificateRefused,

    /// <summary>The peer ended the connection with an alert.</summary>
    AlertReceived,

    /// <summary>A fault of this library; please report it.</summary>
    InternalError,
}
