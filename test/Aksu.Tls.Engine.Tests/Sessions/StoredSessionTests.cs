using Aksu.Testing.Engines;
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
}
