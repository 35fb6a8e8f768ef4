using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// A nonce that is used twice under one key gives an authenticated cipher away. Every call to the cipher by both sides is watched through
/// whole conversations: handshakes, data both ways, updates of keys, resumption, alerts.
/// </summary>
/// <seealso cref="Records.KeyLimitTests"/>
public sealed class NonceReuseTests
{
    public static TheoryData<ushort, ushort> Suites => new()
    {
        { 0x0304, 0x1301 },
        { 0x0304, 0x1302 },
        { 0x0304, 0x1303 },
        { 0x0304, 0x1304 },
        { 0x0303, 0xc02b },
        { 0x0303, 0xc02c },
        { 0x0303, 0xcca9 },
        { 0x0303, 0xc0ac },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public void No_key_ever_seals_twice_with_one_nonce(ushort version, ushort suite)
    {
        var provider = new NonceWatcher();
        using RotatingTicketProtector tickets = new(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
        ClientHandshakeOptions client = Shake.Client with
        {
            Versions = [new ProtocolVersion(version)],
            CipherSuites = [new CipherSuite(suite)],
            Cryptography = provider,
            Identities = [TestIdentity.Of(Cryptography.KeyKind.EcP256)],
            RecordsPerKey = version == 0x0304 ? 16 : null,
        };
        ServerHandshakeOptions server = Shake.Server with
        {
            Versions = client.Versions,
            CipherSuites = client.CipherSuites,
            Cryptography = provider,
            ClientAuthentication = ClientAuthentication.Requested,
            Tickets = tickets,
            RecordsPerKey = client.RecordsPerKey,
        };
        for (int i = 0; i < 3; i++)
        {
            using EnginePair pair = Shake.AndTalk(client, server);
            for (int round = 0; round < 40; round++)
            {
                pair.Client.Send(new byte[round]);
                pair.Server.Send(new byte[round]);
                if (version == 0x0304 && round % 10 == 9)
                {
                    pair.Client.RequestKeyUpdate(askPeer: true);
                }

                pair.Pump();
            }

            // A resumed session of TLS 1.2 is used again.
            if (pair.ClientEngine.TryTakeSession(out TlsSession? session))
            {
                client = client with { Sessions = [session] };
            }

            Assert.Equal(i > 0, pair.ServerEngine.Parameters!.IsResumed);
            pair.Client.Shutdown();
            pair.Server.Shutdown();
            pair.Pump();
        }

        Assert.True(provider.Sealed > 200);
        Assert.Empty(provider.Reused);
    }

    [Fact]
    public void Resuming_one_session_twice_gives_other_keys()
    {
        var provider = new NonceWatcher();
        using RotatingTicketProtector tickets = new(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
        ClientHandshakeOptions client = Older.Client with { Cryptography = provider };
        ServerHandshakeOptions server = Older.Server with { Cryptography = provider, Tickets = tickets };
        using EnginePair first = Shake.AndTalk(client, server);
        using TlsSession session = SessionTests.Take(first);
        for (int i = 0; i < 3; i++)
        {
            using EnginePair again = Shake.AndTalk(client with { Sessions = [session] }, server);
            SessionTests.AssertResumed(again, true);
        }

        Assert.Empty(provider.Reused);
    }
}
