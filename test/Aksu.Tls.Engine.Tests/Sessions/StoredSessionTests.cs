using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>The stored form of a client's session.</summary>
public sealed class StoredSessionTests
{
    private readonly byte[] _exported;

    public StoredSessionTests()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { AuthenticationContext = new byte[] { 9 } }, Shake.Server with { Tickets = tickets });
        using TlsSession session = SessionTests.Take(pair);
        _exported = session.Export();
    }

    [Fact]
    public void Is_the_same_when_it_is_stored_again()
    {
        using TlsSession session = TlsSession.Import(_exported);

        Assert.Equal(_exported, session.Export());
        Assert.Equal([9], session.AuthenticationContext.ToArray());
    }

    [Fact]
    public void Holds_as_many_certificates_as_a_peer_may_show_and_no_more()
    {
        using TlsSession atTheBound = WithCertificates(new ClientHandshakeOptions { MaxPeerCertificates = 100 }.MaxPeerCertificates);
        using TlsSession read = TlsSession.Import(atTheBound.Export());
        Assert.Equal(100, read.PeerCertificates.Count);
        using TlsSession beyond = WithCertificates(101);
        Assert.Throws<ArgumentOutOfRangeException>(beyond.Export);
    }

    [Fact]
    public void Is_refused_when_cut_anywhere_or_followed_by_more()
    {
        for (int i = 0; i < _exported.Length; i++)
        {
            int length = i;
            Assert.Throws<FormatException>(() => TlsSession.Import(_exported.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => TlsSession.Import([.. _exported, 0]));
    }

    [Fact]
    public void Is_read_or_refused_whatever_byte_is_changed()
    {
        for (int i = 0; i < _exported.Length; i++)
        {
            byte[] changed = [.. _exported];
            changed[i] ^= 0xff;
            try
            {
                TlsSession.Import(changed).Dispose();
            }
            catch (FormatException)
            {
                // The one way to refuse.
            }
        }
    }

    [Fact]
    public void Cannot_be_taken_after_it_was_disposed()
    {
        TlsSession session = TlsSession.Import(_exported);
        session.Dispose();

        Assert.False(session.TryTake());
    }

    private static TlsSession WithCertificates(int count) => new(Secret.CopyOf([1, 2, 3]))
    {
        Version = ProtocolVersion.Tls13,
        CipherSuite = new CipherSuite(0x1301),
        ServerName = "localhost",
        ApplicationProtocol = null,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        AuthenticatedAt = DateTimeOffset.UnixEpoch,
        Lifetime = TimeSpan.FromHours(1),
        PeerCertificates = [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[] { 0x30, 0x00 }, count)],
        AuthenticationContext = new byte[] { 9 },
        Ticket = new byte[] { 1 },
    };
}
