using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>psk_ke (RFC 9846 §4.3.9): a pre-shared key without a key exchange, where both sides allow it and cannot do better.</summary>
public sealed class WithoutForwardSecrecyTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly ClientHandshakeOptions _client;
    private readonly ServerHandshakeOptions _server;

    public WithoutForwardSecrecyTests()
    {
        _client = Shake.Client with { Time = _time, Groups = [NamedGroup.X25519], DangerousPskWithoutForwardSecrecy = true };
        _server = Shake.Server with { Time = _time, Tickets = _tickets, DangerousPskWithoutForwardSecrecy = true };
    }

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_session_goes_on_without_a_common_group(bool isStoredOutside)
    {
        using EnginePair first = Shake.Hands(_client, _server);
        TlsSession session = SessionTests.Take(first);
        using Secret state = _tickets.Unprotect(session.Ticket.Span, _time.GetUtcNow())!;
        byte[] stored = state.Span.ToArray();

        using EnginePair second = EnginePair.Connect(
            _client with { Sessions = [session] },
            _server with
            {
                Groups = [NamedGroup.Secp256r1],
                Tickets = isStoredOutside ? null : _tickets,
                AsksForSessions = isStoredOutside,
            },
            serverAnswers: new SuspensionAnswers { Session = request => request.Provide(stored) });

        Shake.Talk(second);
        SessionTests.AssertResumed(second, true);
        Assert.Null(second.ClientEngine.Parameters!.Group);
        Assert.Null(second.ServerEngine.Parameters!.Group);
    }

    [Fact]
    public void With_a_common_group_there_is_a_key_exchange_all_the_same()
    {
        using EnginePair first = Shake.Hands(_client, _server);

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(first)] }, _server);

        SessionTests.AssertResumed(second, true);
        Assert.Equal(NamedGroup.X25519, second.ServerEngine.Parameters!.Group);
    }

    [Fact]
    public void A_hello_may_have_neither_groups_nor_shares_nor_schemes()
    {
        using var key = new ExternalKeys();

        // The binder stands over the hello as it was: the null provider takes any.
        ClientHandshakeOptions client = NullCryptography.Client with
        {
            PreSharedKeys = [key.Of()],
            DangerousPskWithoutForwardSecrecy = true,
            MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, static message => Hello.WithExtensions(
                message,
                static extensions => extensions.Where(static extension => extension.Type != ExtensionType.SupportedGroups
                    && extension.Type != ExtensionType.KeyShare
                    && extension.Type != ExtensionType.SignatureAlgorithms))),
        };
        using EnginePair pair = Shake.Hands(
            client, NullCryptography.Server with { PreSharedKeys = [key.Of()], DangerousPskWithoutForwardSecrecy = true });

        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
        Assert.Null(pair.ServerEngine.Parameters.Group);
    }

    [Fact]
    public void Shares_without_groups_are_refused_all_the_same()
    {
        using var key = new ExternalKeys();
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            NullCryptography.Client with
            {
                PreSharedKeys = [key.Of()],
                DangerousPskWithoutForwardSecrecy = true,
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ClientHello, static message => Hello.Without(message, ExtensionType.SupportedGroups)),
            },
            NullCryptography.Server with { PreSharedKeys = [key.Of()], DangerousPskWithoutForwardSecrecy = true });
    }

    [Fact]
    public void A_key_is_not_taken_in_a_mode_that_was_not_offered()
    {
        using var key = new ExternalKeys();
        ClientHandshakeOptions client = NullCryptography.Client with
        {
            PreSharedKeys = [key.Of()],
            MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, static message => Hello.Replace(
                message, new PskKeyExchangeModes([PskKeyExchangeMode.PskKe]))),
        };
        using EnginePair pair = Shake.Hands(client, NullCryptography.Server with { PreSharedKeys = [key.Of()] });

        Assert.False(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(1, false, true)]
    [InlineData(0, true, true)]
    [InlineData(0, false, false)]
    [InlineData(0x7f, true, false)]
    [InlineData(0x7f, false, false)]
    public void Tickets_are_for_clients_that_share_a_mode(byte mode, bool isAllowed, bool hasTicket)
    {
        using EnginePair pair = Shake.AndTalk(
            _client with
            {
                MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message => Hello.Replace(
                    message, new PskKeyExchangeModes([new PskKeyExchangeMode(mode)]))),
            },
            _server with { DangerousPskWithoutForwardSecrecy = isAllowed });

        Assert.Equal(hasTicket, pair.ClientEngine.TryTakeSession(out _));
    }

    [Fact]
    public void A_client_that_keeps_no_tickets_still_comes_back_with_one()
    {
        using EnginePair first = Shake.Hands(_client, _server);

        using EnginePair second = Shake.AndTalk(_client with { Sessions = [SessionTests.Take(first)], MaxTickets = 0 }, _server);

        SessionTests.AssertResumed(second, true);
    }

    // RFC 9846 §9.2: whoever offers a key that nobody knows must have offered what a handshake without it needs.
    [Theory]
    [InlineData(13)]
    [InlineData(10, 51)]
    public void A_key_that_is_not_known_does_not_make_up_for_what_is_missing(params int[] missing)
    {
        using var key = new ExternalKeys();
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            Shake.Client with
            {
                PreSharedKeys = [key.Of(identity: "nobody knows me")],
                MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message => missing.Aggregate(
                    message, static (rest, type) => Hello.Without(rest, new ExtensionType((ushort)type)))),
            });
    }
}
