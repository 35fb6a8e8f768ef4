using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Attacks;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>What only the versions before TLS 1.3 come to, or come to with another alert.</summary>
internal static class OlderFaults
{
    private static readonly CipherSuite Dhe = CipherSuite.DheRsaAes128GcmSha256;

    private static readonly ClientHandshakeOptions NullClient = NullCryptography.Client with { Versions = [ProtocolVersion.Tls12] };

    private static readonly ServerHandshakeOptions NullServer = NullCryptography.Server with { Versions = [ProtocolVersion.Tls12] };

    public static IEnumerable<FaultCase> All => [.. Negotiation, .. Fields, .. Resumption, .. Limits];

    private static IEnumerable<FaultCase> Negotiation =>
    [
        new(TlsReason.DowngradeDetected, AlertDescription.IllegalParameter, static () => FaultCase.Pumped(
            new EnginePair(Shake.Client, Shake.Server)
            {
                InTransit = OnTheWay.ClientHello(static hello => Hello.Without(hello, ExtensionType.SupportedVersions)),
            },
            Sender.Client)),
        FaultCase.Between(
            TlsReason.InappropriateFallback,
            AlertDescription.InappropriateFallback,
            Sender.Server,
            static () => Older.Client with { IsFallback = true },
            static () => Older.Server with { Versions = DefaultParameters.Versions }),
        FaultCase.Between(
            TlsReason.ExtendedMainSecretRequired,
            AlertDescription.HandshakeFailure,
            Sender.Server,
            static () => Older.Client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret) },
            static () => Older.Server),
        FaultCase.Between(
            TlsReason.SecureRenegotiationRequired,
            AlertDescription.HandshakeFailure,
            Sender.Client,
            static () => Older.Client,
            static () => Older.Server with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.RenegotiationInfo) }),
        FaultCase.Between(
            TlsReason.InvalidRenegotiationInfo,
            AlertDescription.HandshakeFailure,
            Sender.Client,
            static () => Older.Client,
            static () => Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.RenegotiationInfo, 1, 0) }),
        FaultCase.Between(
            TlsReason.CertificateRequired,
            AlertDescription.HandshakeFailure,
            Sender.Server,
            static () => Older.Client,
            static () => Older.Server with { ClientAuthentication = ClientAuthentication.Required }),
        FaultCase.Between(
            TlsReason.CertificateDoesNotFitSuite,
            AlertDescription.IllegalParameter,
            Sender.Client,
            static () => Older.Client,
            static () => Older.Server with
            {
                Identities = [TestIdentity.Server(KeyKind.EcP256)],
                MessageRewriter = Rewriting.By(HandshakeType.Certificate, new Certificate12([.. TestIdentity.Of(KeyKind.Rsa).Chain])),
            }),
        new(TlsReason.RenegotiationRefused, AlertDescription.NoRenegotiation, static () =>
        {
            // The alert is a warning by its nature (RFC 5246 §7.2.2): the other end does not fail by it.
            var events = new CollectedEvents();
            var watched = new Watched(Older.Client, Older.Server with { Observer = events });
            byte[] wish = Hello.Encode(new HelloRequest());
            watched.SendHandshake(TlsSide.Server, [.. Enumerable.Repeat(wish, 5).SelectMany(static bytes => bytes)]);
            watched.Pair.Pump();
            return (watched.Pair.Client, Assert.Single(events.Alerts).Alert.Value);
        }),
    ];

    private static IEnumerable<FaultCase> Fields =>
    [
        FaultCase.Between(
            TlsReason.NoCommonGroup,
            AlertDescription.InsufficientSecurity,
            Sender.Server,
            static () => Older.ClientFor(Dhe) with { Groups = [NamedGroup.Ffdhe3072] },
            static () => Older.ServerFor(Dhe)),
        FaultCase.Between(
            TlsReason.UnknownFiniteField,
            AlertDescription.InsufficientSecurity,
            Sender.Client,
            static () => Older.ClientFor(Dhe) with
            {
                Groups = [NamedGroup.Ffdhe3072],
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.SupportedGroups),
            },
            static () => Older.ServerFor(Dhe)),
        FaultCase.Between(
            TlsReason.InvalidKeyShare,
            AlertDescription.HandshakeFailure,
            Sender.Server,
            static () => Older.ClientFor(Dhe) with
            {
                MessageRewriter = Rewriting.By(HandshakeType.ClientKeyExchange, new ClientKeyExchangeDhe(new byte[] { 1 })),
            },
            static () => Older.ServerFor(Dhe)),
    ];

    private static IEnumerable<FaultCase> Resumption =>
    [
        Resumed(
            TlsReason.UnexpectedResumption,
            AlertDescription.IllegalParameter,
            Rewriting.ServerHello(static hello => hello with { CipherSuite = CipherSuite.EcdheEcdsaAes256GcmSha384 })),
        Resumed(
            TlsReason.ExtendedMainSecretChanged,
            AlertDescription.HandshakeFailure,
            Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret)),
    ];

    // The limits are millions of records away: the key is put there.
    private static IEnumerable<FaultCase> Limits =>
    [
        new(TlsReason.ReadLimitReached, AlertDescription.UnexpectedMessage, static () =>
        {
            EnginePair pair = Shake.Hands(NullClient, NullServer);
            UsedUpKey.OfReceiver(pair.ServerEngine);
            pair.Client.Send("x"u8);
            return FaultCase.Pumped(pair, Sender.Server);
        }),
        new(TlsReason.WriteLimitReached, AlertDescription.InternalError, static () =>
        {
            EnginePair pair = Shake.Hands(NullClient, NullServer);
            UsedUpKey.OfSender(pair.ServerEngine);
            Assert.Throws<TlsException>(() => pair.Server.Send("x"u8));
            return FaultCase.Pumped(pair, Sender.Server);
        }),
    ];

    /// <summary>A server that resumes, and whose hello is changed by itself.</summary>
    private static FaultCase Resumed(
        TlsReason reason, AlertDescription alert, Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) =>
        new(reason, alert, () =>
        {
            using RotatingTicketProtector tickets = SessionTests.Protector();
            ServerHandshakeOptions server = Older.Server with { Tickets = tickets };
            using EnginePair first = Shake.Hands(Older.Client, server);
            return FaultCase.Pumped(
                new EnginePair(
                    Older.Client with { Sessions = [SessionTests.Take(first)], DangerousWithoutExtendedMainSecret = true },
                    server with { MessageRewriter = change }),
                Sender.Client);
        });
}
