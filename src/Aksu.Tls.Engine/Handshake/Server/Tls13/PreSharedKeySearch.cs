using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>
/// Looks through the pre-shared keys that a client offers for the first that this server knows and may take. A look-up outside suspends the
/// search.
/// </summary>
internal sealed class PreSharedKeySearch(ServerHandshakeOptions options, ReceivedOffer offer, SentRetry? retry, string? protocol)
{
    // Each identity may cost a decryption or a look-up.
    private const int MaxIdentities = 8;

    public HandshakeState Next(HandshakeContext context, int from)
    {
        PskIdentity[] identities = offer.PreSharedKeys?.Identities ?? [];
        if (UsableMode() is not { } usesKeyExchange)
        {
            return Conclude(context, null);
        }

        for (int i = from; i < Math.Min(identities.Length, MaxIdentities); i++)
        {
            ReadOnlyMemory<byte> identity = identities[i].Identity;
            if (TryExternal(context, identity, i, usesKeyExchange) is { } external)
            {
                return Conclude(context, external);
            }

            if (options.Tickets?.Open(identity.Span, context.Now) is { } state && ServerSession.TryTake(state) is { } session)
            {
                if (Accept(context, session, i, usesKeyExchange) is { } resumed)
                {
                    return Conclude(context, resumed);
                }
            }
            else if (options.AsksForSessions)
            {
                return new AwaitSession(this, identity, i);
            }
        }

        return Conclude(context, null);
    }

    /// <summary>Goes on with what was found outside for one identity.</summary>
    public HandshakeState Found(HandshakeContext context, ReadOnlySpan<byte> state, int index)
    {
        if (!state.IsEmpty && ServerSession.TryDecode(state) is { } session && UsableMode() is { } usesKeyExchange
            && Accept(context, session, index, usesKeyExchange) is { } resumed)
        {
            return Conclude(context, resumed);
        }

        return Next(context, index + 1);
    }

    private HandshakeState Conclude(HandshakeContext context, AcceptedPreSharedKey? key) =>
        ServerNegotiation.Conclude(context, options, offer, retry, protocol, key);

    /// <summary>True for psk_dhe_ke, false for psk_ke, null when the client and this server share no mode.</summary>
    private bool? UsableMode()
    {
        if (offer.PskModes is not { } modes)
        {
            return null;
        }

        if (modes.Contains(PskKeyExchangeMode.PskDheKe) && offer.Groups is { } groups && options.Groups.Any(groups.Contains))
        {
            return true;
        }

        return options.DangerousPskWithoutForwardSecrecy && modes.Contains(PskKeyExchangeMode.PskKe) ? false : null;
    }

    private AcceptedPreSharedKey? TryExternal(HandshakeContext context, ReadOnlyMemory<byte> identity, int index, bool usesKeyExchange)
    {
        foreach (ExternalPreSharedKey key in options.PreSharedKeys)
        {
            if (key.Identity.Span.SequenceEqual(identity.Span) && SuiteFor(key.HashName) is { } suite)
            {
                return AcceptedPreSharedKey.Check(context, offer, index, key.Origin, suite, key.Key, null, usesKeyExchange);
            }
        }

        return null;
    }

    /// <summary>Takes a session that fits this connection in everything that matters; otherwise drops it.</summary>
    private AcceptedPreSharedKey? Accept(HandshakeContext context, ServerSession session, int index, bool usesKeyExchange)
    {
        AcceptedPreSharedKey? accepted = null;
        try
        {
            bool fits = SessionFit.Matches(session, ProtocolVersion.Tls13, options, offer, protocol, context.Now);
            if (fits && SuiteOf(session) is { } suite)
            {
                accepted = AcceptedPreSharedKey.Check(
                    context, offer, index, PskOrigin.Resumption, suite, session.Secret, session, usesKeyExchange);
            }

            return accepted;
        }
        finally
        {
            if (accepted is null)
            {
                session.Dispose();
            }
        }
    }

    private Suite13? SuiteOf(ServerSession session)
    {
        Suite13? own = Suite13.Resolve(session.CipherSuite, options.Cryptography);
        return own is null ? null : SuiteFor(own.Hash.Name);
    }

    private Suite13? SuiteFor(string hashName) => retry is not null
        ? (retry.Suite.Hash.Name == hashName ? retry.Suite : null)
        : SuiteChoice.Choose(options, offer.Hello.CipherSuites, hashName);
}
