using System.Runtime.InteropServices;
using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>What was read from a stored session lives as long as the connection; the secret in it must not live along.</summary>
public sealed class SessionSecrecyTests
{
    [Fact]
    public void A_server_s_session_keeps_no_second_copy_of_its_secret()
    {
        byte[] secret = Enumerable.Repeat((byte)0xa7, 32).ToArray();
        using var writer = new WireWriter();
        new ServerSession(Secret.CopyOf(secret))
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = CipherSuite.Aes128GcmSha256,
            IssuedAt = DateTimeOffset.UnixEpoch,
            AuthenticatedAt = DateTimeOffset.UnixEpoch,
            AcceptedUntil = DateTimeOffset.MaxValue,
            AgeAdd = 0,
            ServerName = null,
            ApplicationProtocol = null,
            AuthenticationContext = new byte[] { 1 },
            PeerCertificates = [new byte[] { 2 }],
        }.EncodeAndDispose(writer);

        byte[] state = writer.WrittenSpan.ToArray();
        using ServerSession session = ServerSession.TryTake(state)!;

        Assert.Equal(secret, session.Secret.Span.ToArray());
        Assert.Equal(-1, state.AsSpan().IndexOf(secret));
        AssertNotBehind(session.AuthenticationContext, secret);
        AssertNotBehind(session.PeerCertificates[0], secret);
    }

    [Fact]
    public void A_client_s_session_keeps_no_second_copy_of_its_secret()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        using EnginePair pair = Shake.Hands(server: Shake.Server with { Tickets = tickets });
        using TlsSession session = TlsSession.Import(SessionTests.Take(pair).Export());

        AssertNotBehind(session.Ticket, session.SecretBytes);
        AssertNotBehind(session.PeerCertificates[0], session.SecretBytes);
    }

    private static void AssertNotBehind(ReadOnlyMemory<byte> slice, ReadOnlySpan<byte> secret)
    {
        Assert.True(MemoryMarshal.TryGetArray(slice, out ArraySegment<byte> segment));
        Assert.Equal(-1, segment.Array.AsSpan().IndexOf(secret));
    }
}
