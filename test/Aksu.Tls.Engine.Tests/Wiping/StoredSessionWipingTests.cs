using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Wiping;

/// <summary>The secret of a stored session that turns out to be damaged behind it is wiped.</summary>
[Collection(LivingSecrets.Collection)]
public sealed class StoredSessionWipingTests
{
    [Fact]
    public void A_damaged_session_of_a_server_leaves_no_secret()
    {
        using var writer = new WireWriter();
        new ServerSession(Secret.CopyOf(Enumerable.Repeat((byte)0xa7, 32).ToArray()))
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = CipherSuite.Aes128GcmSha256,
            IssuedAt = DateTimeOffset.UnixEpoch,
            AuthenticatedAt = DateTimeOffset.UnixEpoch,
            AcceptedUntil = DateTimeOffset.MaxValue,
            AgeAdd = 0,
            ServerName = "test.example",
            ApplicationProtocol = "h2",
            AuthenticationContext = new byte[] { 1 },
            PeerCertificates = [new byte[] { 2 }],
        }.EncodeAndDispose(writer);
        byte[] whole = writer.WrittenSpan.ToArray();
        byte[] ofAnotherFormat = [(byte)(whole[0] + 1), .. whole[1..]];
        IEnumerable<byte[]> shorter = Enumerable.Range(0, whole.Length).Select(length => whole[..length]);
        foreach (byte[] damaged in (byte[][])[.. shorter, [.. whole, 0], ofAnotherFormat])
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() => Assert.Null(ServerSession.TryDecode(damaged))));
            Assert.Null(ServerSession.TryTake(damaged));
            Assert.DoesNotContain(damaged, static part => part != 0);
        }
    }

    [Fact]
    public void A_damaged_session_of_a_client_leaves_no_secret()
    {
        byte[] whole;
        using (RotatingTicketProtector tickets = SessionTests.Protector())
        using (EnginePair pair = Shake.Hands(Shake.Client, Shake.Server with { Tickets = tickets }))
        {
            using TlsSession session = SessionTests.Take(pair);
            whole = session.Export();
        }

        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() => Assert.Throws<FormatException>(() => TlsSession.Import(whole.AsSpan(0, length)))));
        }

        Assert.Equal(0, LivingSecrets.LeftBy(() => Assert.Throws<FormatException>(() => TlsSession.Import([.. whole, 0]))));
    }
}
