using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>What a server puts into a ticket or a cache, so that it can resume the session.</summary>
internal sealed class ServerSession(Secret secret) : IDisposable
{
    private const byte FormatVersion = 2;

    public required ProtocolVersion Version { get; init; }

    public required CipherSuite CipherSuite { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When the peer's certificates were verified: a chain of resumptions does not stretch it.</summary>
    public required DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>Until when the peer's certificates may stand for it.</summary>
    public required DateTimeOffset AcceptedUntil { get; init; }

    public required uint AgeAdd { get; init; }

    public required string? ServerName { get; init; }

    public required string? ApplicationProtocol { get; init; }

    /// <summary>A digest of everything that decided the client's authentication.</summary>
    public required ReadOnlyMemory<byte> AuthenticationContext { get; init; }

    public required IReadOnlyList<ReadOnlyMemory<byte>> PeerCertificates { get; init; }

    /// <summary>What <see cref="PeerCertificates"/> holds.</summary>
    public CertificateType PeerCertificateType { get; init; }

    public bool ExtendedMainSecret { get; init; } = true;

    public Secret Secret => secret;

    /// <summary>Writes everything, the secret included, into memory that the writer wipes.</summary>
    public void Encode(WireWriter writer)
    {
        writer.WriteUInt8(FormatVersion);
        writer.WriteUInt16(Version.Value);
        writer.WriteUInt16(CipherSuite.Value);
        writer.WriteUInt8(ExtendedMainSecret ? (byte)1 : (byte)0);
        writer.WriteUInt64((ulong)IssuedAt.ToUnixTimeMilliseconds());
        writer.WriteUInt64((ulong)AuthenticatedAt.ToUnixTimeMilliseconds());
        writer.WriteUInt64((ulong)AcceptedUntil.ToUnixTimeMilliseconds());
        writer.WriteUInt32(AgeAdd);
        using (writer.Vector8())
        {
            writer.WriteBytes(secret.Span);
        }

        SessionFields.WriteText(writer, ServerName);
        SessionFields.WriteText(writer, ApplicationProtocol);
        using (writer.Vector8())
        {
            writer.WriteBytes(AuthenticationContext.Span);
        }

        writer.WriteUInt8(PeerCertificateType.Value);
        SessionFields.WriteCertificates(writer, PeerCertificates);
    }

    /// <summary>Writes everything and wipes this object's own copy of the secret.</summary>
    public void EncodeAndDispose(WireWriter writer)
    {
        Encode(writer);
        Dispose();
    }

    /// <summary>
    /// Reads what <see cref="Encode"/> wrote; null when it is anything else. The result shares no memory with the source.
    /// </summary>
    public static ServerSession? TryDecode(ReadOnlySpan<byte> source) => TryTake(source.ToArray());

    /// <summary>Reads the same from an array that is the session's from now on; the secret in it is wiped.</summary>
    public static ServerSession? TryTake(byte[] state)
    {
        Secret? taken = null;
        try
        {
            var reader = new WireReader(state, "a stored session");
            if (reader.ReadUInt8() != FormatVersion)
            {
                CryptographicOperations.ZeroMemory(state);
                return null;
            }

            var version = new ProtocolVersion(reader.ReadUInt16());
            var suite = new CipherSuite(reader.ReadUInt16());
            bool extendedMainSecret = SessionFields.ReadFlag(ref reader);
            DateTimeOffset issuedAt = SessionFields.ReadTime(ref reader);
            DateTimeOffset authenticatedAt = SessionFields.ReadTime(ref reader);
            DateTimeOffset acceptedUntil = SessionFields.ReadTime(ref reader);
            uint ageAdd = reader.ReadUInt32();
            taken = SessionFields.TakeSecret(ref reader, Secret.OfKeptMemory);
            var session = new ServerSession(taken)
            {
                Version = version,
                CipherSuite = suite,
                ExtendedMainSecret = extendedMainSecret,
                IssuedAt = issuedAt,
                AuthenticatedAt = authenticatedAt,
                AcceptedUntil = acceptedUntil,
                AgeAdd = ageAdd,
                ServerName = SessionFields.ReadText(ref reader),
                ApplicationProtocol = SessionFields.ReadText(ref reader),
                AuthenticationContext = reader.ReadVector8(),
                PeerCertificateType = new CertificateType(reader.ReadUInt8()),
                PeerCertificates = SessionFields.ReadCertificates(ref reader),
            };
            reader.ExpectEnd();
            return session;
        }
        catch (TlsException)
        {
            taken?.Dispose();
            CryptographicOperations.ZeroMemory(state);
            return null;
        }
    }

    public void Dispose() => secret.Dispose();
}
