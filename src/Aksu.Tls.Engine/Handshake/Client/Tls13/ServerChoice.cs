using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>Takes a TLS 1.3 ServerHello: key exchange, pre-shared key, and the handshake keys of both directions.</summary>
internal static class ServerChoice
{
    public static HandshakeState Accept(
        HandshakeContext context, ClientOffer offer, RetriedHello? retry, ServerHello hello, Suite13 suite, HandshakeMessage message)
    {
        OfferedPreSharedKey? preSharedKey = ChosenPreSharedKey(offer, hello, suite);
        KeyShareEntry? share = ChosenShare(offer, retry, hello, preSharedKey);
        using Secret? sharedSecret = share is { } entry ? Exchange(offer, entry) : null;

        context.Transcript.Select(suite.Hash);
        context.AddToTranscript(message);
        Aligned aligned = context.Transport.RequireAligned();

        EarlySecret early = preSharedKey?.Secret ?? EarlySecret.WithoutPreSharedKey(suite.Hash);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        ReadOnlySpan<byte> transcript = context.Transcript.Peek(digest);
        HandshakeKeySet derived = early.IntoHandshake(suite, sharedSecret, transcript);
        try
        {
            return UseKeys(context, offer, retry, suite, share, preSharedKey, derived, aligned);
        }
        catch
        {
            // No state holds the keys yet.
            derived.Dispose();
            throw;
        }
    }

    private static ExpectEncryptedExtensions UseKeys(
        HandshakeContext context,
        ClientOffer offer,
        RetriedHello? retry,
        Suite13 suite,
        KeyShareEntry? share,
        OfferedPreSharedKey? preSharedKey,
        HandshakeKeySet derived,
        Aligned aligned)
    {
        (TrafficSecret client, TrafficSecret server, MainSecret main) = derived;
        context.LogSecret("CLIENT_HANDSHAKE_TRAFFIC_SECRET", offer.Random.Span, client.Span);
        context.LogSecret("SERVER_HANDSHAKE_TRAFFIC_SECRET", offer.Random.Span, server.Span);
        context.Report(HandshakeEvent.VersionDecided, ProtocolVersion.Tls13.ToString());
        context.Report(HandshakeEvent.CipherSuiteDecided, suite.Suite.ToString());
        if (share is { } chosen)
        {
            context.Report(HandshakeEvent.GroupDecided, chosen.Group.ToString());
        }

        context.Report(HandshakeEvent.KeysDerived);
        context.SetReadSecret(KeyEpoch.Handshake, server, aligned);
        if (offer.Options.MiddleboxCompatibility && retry is null)
        {
            context.Transport.PromiseChangeCipherSpec();
        }

        context.SetWriteSecret(KeyEpoch.Handshake, client);
        if (preSharedKey?.Session is not null)
        {
            context.Report(HandshakeEvent.SessionResumed);
        }

        var parameters = new TlsConnectionParameters
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = suite.Suite,
            Group = share?.Group,
            ServerName = offer.Options.ServerName,
            IsResumed = preSharedKey?.Session is not null,
            IsExternalPreSharedKey = preSharedKey is { Session: null },
            IsHelloRetried = retry is not null,
        };
        var keys = new ClientHandshakeKeys(offer, suite, main, client, server, retry is not null)
        {
            AuthenticatedAt = preSharedKey?.Session?.AuthenticatedAt ?? context.Now,
        };
        return new ExpectEncryptedExtensions(keys, parameters, preSharedKey);
    }

    private static OfferedPreSharedKey? ChosenPreSharedKey(ClientOffer offer, ServerHello hello, Suite13 suite)
    {
        if (!hello.Extensions.TryFind(ExtensionType.PreSharedKey, out ReadOnlyMemory<byte> body))
        {
            return null;
        }

        int selected = PreSharedKeyChoice.Decode(body).SelectedIdentity;
        return selected < offer.PreSharedKeys.Count && offer.PreSharedKeys[selected].Hash.Name == suite.Hash.Name
            ? offer.PreSharedKeys[selected]
            : throw Fault.PskIdentityOutOfRange();
    }

    private static KeyShareEntry? ChosenShare(ClientOffer offer, RetriedHello? retry, ServerHello hello, OfferedPreSharedKey? preSharedKey)
    {
        if (!hello.Extensions.TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> body))
        {
            if (preSharedKey is null)
            {
                throw Fault.MissingExtension(ExtensionType.KeyShare, "ServerHello");
            }

            // psk_ke: only where this side asked for it.
            return offer.Options.DangerousPskWithoutForwardSecrecy ? null : throw Fault.PskModeNotOffered();
        }

        KeyShareEntry share = KeyShareChoice.Decode(body).Entry;
        return offer.HasShare(share.Group) && (retry?.Group is null || retry.Group == share.Group)
            ? share
            : throw Fault.GroupNotOffered();
    }

    private static Secret Exchange(ClientOffer offer, KeyShareEntry share)
    {
        using KeyExchangeOffer own = offer.TakeShare(share.Group) ?? throw Fault.GroupNotOffered();
        return own.Complete(share.KeyExchange.Span) ?? throw Fault.InvalidKeyShare(share.Group);
    }
}
