using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// What a client keeps to resume a connection later. It holds a secret: whoever has it can pose as this client's resumed connection.
/// </summary>
/// <remarks>
/// Thread-safe. A TLS 1.3 session is used at most once (RFC 9846 §C.4): the engine takes it with <see cref="TryTake"/>. A session is
/// offered only where the server name, the application protocols and <see cref="AuthenticationContext"/> are the same as when it was made,
/// and not after a connection that made it or resumed it ended in a fatal alert; a session that was stored and read again does not know of
/// that.
/// </remarks>
public sealed class TlsSession : IDisposable
{
    private const byte FormatVersion = 2;

    /// <summary>
    /// How long a peer's one proof of who it is may stand for later connections: a chain of resumptions does not stretch it (RFC 9846
    /// §4.7.1).
    /// </summary>
    internal static readonly TimeSpan LongestAuthentication = TimeSpan.FromDays(7);

    private readonly Secret _secret;
    private int _taken;
    private volatile bool _isDisposed;

    internal TlsSession(Secret secret) => _secret = secret;

    /// <summary>The protocol version that the session belongs to.</summary>
    public required ProtocolVersion Version { get; init; }

    /// <summary>The cipher suite of the connection that made it.</summary>
    public required CipherSuite CipherSuite { get; init; }

    /// <summary>The name that the server was asked for and verified against; null when there was none.</summary>
    public required string? ServerName { get; init; }

    /// <summary>The application protocol of the connection that made it; null when there was none.</summary>
    public required string? ApplicationProtocol { get; init; }

    /// <summary>When the ticket came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the server's certificates were verified: not again when the session was resumed and renewed.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>How long the server keeps it, at most seven days (RFC 9846 §4.7.1).</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The server's certificates as verified when the session was made, DER, leaf first.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> PeerCertificates { get; init; }

    /// <summary>What <see cref="PeerCertificates"/> holds: certificates, or one raw public key (RFC 7250).</summary>
    public CertificateType PeerCertificateType { get; init; }

    /// <summary>Until when the server's certificates may stand for it: the end of their validity, as the application said.</summary>
    public DateTimeOffset AcceptedUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>A digest of everything that decided the peer's authentication: trust roots, policy, own identity.</summary>
    public required ReadOnlyMemory<byte> AuthenticationContext { get; init; }

    /// <summary>The ticket that goes back to the server; empty for a TLS 1.2 session known by <see cref="SessionId"/>.</summary>
    public required ReadOnlyMemory<byte> Ticket { get; init; }

    /// <summary>The session identifier of TLS 1.2; empty otherwise.</summary>
    public ReadOnlyMemory<byte> SessionId { get; init; }

    /// <summary>Whether the extended main secret was in use (RFC 7627); always true for TLS 1.3.</summary>
    public bool ExtendedMainSecret { get; init; } = true;

    internal uint AgeAdd { get; init; }

    internal SessionFate Fate { get; init; } = new();

    internal ReadOnlySpan<byte> SecretBytes => _secret.Span;

    /// <summary>Whether the session has come to the end of its lifetime.</summary>
    public bool IsExpired(DateTimeOffset now) =>
        now < ReceivedAt || now - ReceivedAt >= Lifetime || now - AuthenticatedAt >= LongestAuthentication || now >= AcceptedUntil;

    /// <summary>
    /// Takes the session for one connection. A TLS 1.3 session can be taken once, so that two connections cannot be linked by their ticket;
    /// a TLS 1.2 session may be taken any number of times. None is taken after a connection of it failed, or after <see cref="Dispose"/>.
    /// </summary>
    public bool TryTake() =>
        !_isDisposed && !Fate.IsSealed && (Version != ProtocolVersion.Tls13 || Interlocked.Exchange(ref _taken, 1) == 0);

    /// <summary>
    /// The session as bytes, to be stored. SENSITIVE: they hold the session's secret in the clear; store them as you would a password.
    /// </summary>
    public byte[] Export()
    {
        using var writer = new WireWriter();
        writer.WriteUInt8(FormatVersion);
        writer.WriteUInt16(Version.Value);
        writer.WriteUInt16(CipherSuite.Value);
        writer.WriteUInt8(ExtendedMainSecret ? (byte)1 : (byte)0);
        writer.WriteUInt64((ulong)ReceivedAt.ToUnixTimeMilliseconds());
        writer.WriteUInt64((ulong)AuthenticatedAt.ToUnixTimeMilliseconds());
        writer.WriteUInt64((ulong)AcceptedUntil.ToUnixTimeMilliseconds());
        writer.WriteUInt32((uint)Lifetime.TotalSeconds);
        writer.WriteUInt32(AgeAdd);
        using (writer.Vector8())
        {
            writer.WriteBytes(_secret.Span);
        }

        SessionFields.WriteText(writer, ServerName);
        SessionFields.WriteText(writer, ApplicationProtocol);
        using (writer.Vector8())
        {
            writer.WriteBytes(AuthenticationContext.Span);
        }

        using (writer.Vector8())
        {
            writer.WriteBytes(SessionId.Span);
        }

        using (writer.Vector16())
        {
            writer.WriteBytes(Ticket.Span);
        }

        writer.WriteUInt8(PeerCertificateType.Value);
        SessionFields.WriteCertificates(writer, PeerCertificates);
        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Export"/> wrote. The bytes are copied.</summary>
    /// <exception cref="FormatException">The bytes are no session, or one of another version of this library.</exception>
    public static TlsSession Import(ReadOnlySpan<byte> exported)
    {
        byte[] copy = exported.ToArray();
        try
        {
            return Read(copy);
        }
        catch (TlsException e)
        {
            throw new FormatException("These bytes are not a stored TLS session.", e);
        }
    }

    /// <summary>Wipes the secret. The session cannot be offered afterwards.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _secret.Dispose();
    }

    private static TlsSession Read(ReadOnlyMemory<byte> source)
    {
        var reader = new WireReader(source, "a stored session");
        if (reader.ReadUInt8() != FormatVersion)
        {
            throw new FormatException("These bytes are not a TLS session that this version of the library stored.");
        }

        var version = new ProtocolVersion(reader.ReadUInt16());
        var suite = new CipherSuite(reader.ReadUInt16());
        bool extendedMainSecret = SessionFields.ReadFlag(ref reader);
        var receivedAt = SessionFields.ReadTime(ref reader);
        var authenticatedAt = SessionFields.ReadTime(ref reader);
        var acceptedUntil = SessionFields.ReadTime(ref reader);
        var lifetime = TimeSpan.FromSeconds(reader.ReadUInt32());
        uint ageAdd = reader.ReadUInt32();
        Secret secret = SessionFields.TakeSecret(ref reader, static length => new Secret(length));
        try
        {
            var session = new TlsSession(secret)
            {
                Version = version,
                CipherSuite = suite,
                ExtendedMainSecret = extendedMainSecret,
                ReceivedAt = receivedAt,
                AuthenticatedAt = authenticatedAt,
                AcceptedUntil = acceptedUntil,
                Lifetime = lifetime,
                AgeAdd = ageAdd,
                ServerName = SessionFields.ReadText(ref reader),
                ApplicationProtocol = SessionFields.ReadText(ref reader),
                AuthenticationContext = reader.ReadVector8(),
                SessionId = reader.ReadVector8(max: 32),
                Ticket = reader.ReadVector16(),
                PeerCertificateType = new CertificateType(reader.ReadUInt8()),
                PeerCertificates = SessionFields.ReadCertificates(ref reader),
            };
            reader.ExpectEnd();
            return session;
        }
        catch (TlsException)
        {
            secret.Dispose();
            throw;
        }
    }
}
