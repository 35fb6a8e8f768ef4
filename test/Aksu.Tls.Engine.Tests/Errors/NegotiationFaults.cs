using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Hellos that do not go together, and answers that do not fit the offer.</summary>
internal static class NegotiationFaults
{
    private static readonly ClientHandshakeOptions Client = NullCryptography.Client;
    private static readonly ServerHandshakeOptions Server = NullCryptography.Server;
    private static readonly ServerHandshakeOptions Retrying = Server with { Groups = [NamedGroup.Secp256r1], SendsCookie = true };
    private static readonly ServerHandshakeOptions RetryingWithoutCookie = Retrying with { SendsCookie = false };

    public static IEnumerable<FaultCase> All => [.. Versions, .. LegacyVersions, .. Choices, .. Retries, .. PreSharedKeys, .. Limits];

    private static IEnumerable<FaultCase> Versions =>
    [
        ByServer(
            TlsReason.UnsupportedVersion,
            AlertDescription.ProtocolVersion,
            static message =>
                Hello.Replace(message, new SupportedVersionsOffer([new ProtocolVersion(0x7f1c), new ProtocolVersion(0x0305)]))),
        ByServer(
            TlsReason.Ssl3Refused,
            AlertDescription.ProtocolVersion,
            static message => Hello.Encode(
                Hello.Client(Hello.Without(message, ExtensionType.SupportedVersions)) with { LegacyVersion = ProtocolVersion.Ssl3 })),
        ByClient(
            TlsReason.VersionNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new SupportedVersionsChoice(ProtocolVersion.Tls12))),
        ByClient(
            TlsReason.VersionNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new SupportedVersionsChoice(new ProtocolVersion(0x0305)))),
    ];

    private static IEnumerable<FaultCase> LegacyVersions =>
        new[] { ProtocolVersion.Tls13, ProtocolVersion.Tls11 }.Select(version => ByClient(
            TlsReason.VersionNotOffered,
            AlertDescription.ProtocolVersion,
            message => Hello.Encode(Hello.Server(message) with { LegacyVersion = version })));

    private static IEnumerable<FaultCase> Choices =>
    [
        Between(
            TlsReason.NoCommonCipherSuite,
            AlertDescription.HandshakeFailure,
            Client with { CipherSuites = [CipherSuite.Aes128CcmSha256] },
            Server),
        Between(TlsReason.NoCommonGroup, AlertDescription.HandshakeFailure, Client with { Groups = [NamedGroup.X448] }, Server),
        Between(
            TlsReason.NoCommonSignatureScheme,
            AlertDescription.HandshakeFailure,
            Client with { SignatureSchemes = [SignatureScheme.Ed25519] },
            Server),
        Between(
            TlsReason.NoApplicationProtocol,
            AlertDescription.NoApplicationProtocol,
            Client with { ApplicationProtocols = ["h2"] },
            Server with { ApplicationProtocols = ["h3"] }),
        Between(
            TlsReason.UnrecognizedName,
            AlertDescription.UnrecognizedName,
            Client with { ServerName = "other.example" },
            Server with { StrictServerName = true, Identities = [new ServerIdentity(NullCryptography.Identity, ["a.example"])] }),
        ByClient(
            TlsReason.CipherSuiteNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Encode(Hello.Server(message) with { CipherSuite = CipherSuite.Aes128CcmSha256 })),
        ByClient(
            TlsReason.CipherSuiteNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Encode(Hello.Server(message) with { CipherSuite = new CipherSuite(0xc02f) })),
        ByClient(
            TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new KeyShareChoice(new KeyShareEntry(NamedGroup.Secp384r1, new byte[97])))),
        ByServer(
            TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(NamedGroup.X448, new byte[56])]))),
        ByClient(
            TlsReason.InvalidKeyShare,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new KeyShareChoice(new KeyShareEntry(NamedGroup.X25519, new byte[31])))),
        ByServer(
            TlsReason.InvalidKeyShare,
            AlertDescription.IllegalParameter,
            static message => Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(NamedGroup.X25519, new byte[33])]))),
        FaultCase.Changed(
            TlsReason.InvalidKeyShare,
            AlertDescription.IllegalParameter,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(NamedGroup.X25519, new byte[32])])),
            Shake.Client,
            Shake.Server),
        FaultCase.Changed(
            TlsReason.ApplicationProtocolNotOffered,
            AlertDescription.IllegalParameter,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            static message => Hello.Replace(message, new ApplicationProtocolChoice(Encoding.ASCII.GetBytes("zz"))),
            Client with { ApplicationProtocols = ["h2"] },
            Server with { ApplicationProtocols = ["h2"] }),
        ByClient(
            TlsReason.SessionIdNotEchoed,
            AlertDescription.IllegalParameter,
            static message => Hello.Encode(Hello.Server(message) with { LegacySessionIdEcho = default })),
        ByClient(
            TlsReason.InvalidCompression,
            AlertDescription.IllegalParameter,
            static message => Hello.Encode(Hello.Server(message) with { LegacyCompressionMethod = 1 })),
        ByServer(
            TlsReason.InvalidCompression,
            AlertDescription.IllegalParameter,
            static message => Hello.Encode(Hello.Client(message) with { LegacyCompressionMethods = new byte[] { 1, 0 } })),
    ];

    private static IEnumerable<FaultCase> Retries =>
    [
        ByClient(
            TlsReason.CipherSuiteChanged,
            AlertDescription.IllegalParameter,
            static message => IsRetry(message)
                ? message.ToArray()
                : Hello.Encode(Hello.Server(message) with { CipherSuite = CipherSuite.ChaCha20Poly1305Sha256 }),
            Retrying),
        ByClient(
            TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            static message => IsRetry(message) ? Hello.Replace(message, new KeyShareRetry(NamedGroup.X25519)) : message.ToArray(),
            Retrying),
        ByClient(
            TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            static message => IsRetry(message) ? Hello.Replace(message, new KeyShareRetry(NamedGroup.X448)) : message.ToArray(),
            Retrying),
        ByClient(
            TlsReason.SecondHelloRetryRequest,
            AlertDescription.UnexpectedMessage,
            static message => IsRetry(message)
                ? message.ToArray()
                : Hello.Replace(
                    Hello.Encode(Hello.Server(message) with { Random = ServerHello.HelloRetryRequestRandom.ToArray() }),
                    new KeyShareRetry(NamedGroup.Secp384r1)),
            Retrying),
        ByClient(
            TlsReason.HelloRetryWithoutChange,
            AlertDescription.IllegalParameter,
            static message => Hello.Without(message, ExtensionType.KeyShare),
            RetryingWithoutCookie),
        BySecondHello(TlsReason.ClientHelloChanged, static message => Hello.With(message, Hello.Raw(new ExtensionType(0x7a7b)))),
        BySecondHello(TlsReason.ClientHelloChanged, static message => Hello.Without(message, ExtensionType.ServerName)),
        BySecondHello(TlsReason.ClientHelloChanged, static message => Hello.Encode(Hello.Client(message) with { Random = new byte[32] })),
        BySecondHello(TlsReason.ClientHelloChanged, static message =>
            Hello.Encode(Hello.Client(message) with { LegacySessionId = default })),
        BySecondHello(
            TlsReason.ClientHelloChanged,
            static message => Hello.Encode(Hello.Client(message) with { CipherSuites = [CipherSuite.Aes128GcmSha256] })),
        BySecondHello(TlsReason.ClientHelloChanged, static message => Hello.With(message, new EarlyDataIndication())),
        BySecondHello(TlsReason.ClientHelloChanged, static message =>
            Hello.Encode(Hello.Client(message) with { LegacyVersion = ProtocolVersion.Tls11 })),
        BySecondHello(
            TlsReason.ClientHelloChanged,
            static message => Hello.Replace(message, new SignatureAlgorithms([SignatureScheme.EcdsaSecp256r1Sha256]))),
        BySecondHello(TlsReason.ClientHelloChanged, static message => Hello.WithExtensions(
            message,
            static extensions => extensions.Select(static extension => extension.Type == ExtensionType.ExtendedMainSecret
                ? Hello.Raw(new ExtensionType(0x7a7b))
                : extension))),
        BySecondHello(TlsReason.GroupNotOffered, static message => Hello.Replace(message, new KeyShareOffer([]))),
        BySecondHello(
            TlsReason.GroupNotOffered,
            static message => Hello.Replace(message, new KeyShareOffer([new KeyShareEntry(NamedGroup.X25519, new byte[32])]))),
        BySecondHello(TlsReason.InvalidCookie, static message => Hello.Replace(message, new Cookie(new byte[32]))),
        BySecondHello(TlsReason.InvalidCookie, static message => Hello.Without(message, ExtensionType.Cookie)),
        ByServer(
            TlsReason.InvalidCookie,
            AlertDescription.IllegalParameter,
            static message => Hello.With(message, new Cookie(new byte[1])),
            server: RetryingWithoutCookie),
    ];

    private static IEnumerable<FaultCase> PreSharedKeys
    {
        get
        {
            ClientHandshakeOptions client = Client with { PreSharedKeys = [new ExternalKeys().Of()] };
            ServerHandshakeOptions server = Server with { PreSharedKeys = [new ExternalKeys().Of()] };
            return
            [
                FaultCase.Changed(
                    TlsReason.PskIdentityOutOfRange,
                    AlertDescription.IllegalParameter,
                    Sender.Client,
                    HandshakeType.ServerHello,
                    static message => Hello.Replace(message, new PreSharedKeyChoice(1)),
                    client,
                    server),
                FaultCase.Changed(
                    TlsReason.PskIdentityOutOfRange,
                    AlertDescription.IllegalParameter,
                    Sender.Client,
                    HandshakeType.ServerHello,
                    static message => Hello.Encode(Hello.Server(message) with { CipherSuite = CipherSuite.Aes256GcmSha384 }),
                    client,
                    server),
                FaultCase.Changed(
                    TlsReason.PskModeNotOffered,
                    AlertDescription.IllegalParameter,
                    Sender.Client,
                    HandshakeType.ServerHello,
                    static message => Hello.Without(message, ExtensionType.KeyShare),
                    client,
                    server),
                FaultCase.Between(
                    TlsReason.InvalidBinder,
                    AlertDescription.DecryptError,
                    Sender.Server,
                    static () => Shake.Client with { PreSharedKeys = [new ExternalKeys(1).Of()] },
                    static () => Shake.Server with { PreSharedKeys = [new ExternalKeys(2).Of()] }),
            ];
        }
    }

    private static IEnumerable<FaultCase> Limits =>
    [
        ByServer(
            TlsReason.RecordSizeLimitInvalid,
            AlertDescription.IllegalParameter,
            static message => Hello.WithFirst(message, Hello.Raw(ExtensionType.RecordSizeLimit, 0, 63))),
        .. new byte[][] { [0, 63], [0x40, 2] }.Select(body => FaultCase.Changed(
            TlsReason.RecordSizeLimitInvalid,
            AlertDescription.IllegalParameter,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            message => Hello.Replace(message, Hello.Raw(ExtensionType.RecordSizeLimit, body)),
            Client with { RecordSizeLimit = 1000 },
            Server with { RecordSizeLimit = 1000 })),
    ];

    private static bool IsRetry(ReadOnlyMemory<byte> serverHello) => Hello.Server(serverHello).IsHelloRetryRequest;

    private static FaultCase Between(
        TlsReason reason, AlertDescription alert, ClientHandshakeOptions client, ServerHandshakeOptions server) =>
        FaultCase.Between(reason, alert, Sender.Server, () => client, () => server);

    private static FaultCase ByServer(
        TlsReason reason, AlertDescription alert, Func<ReadOnlyMemory<byte>, byte[]> change, ServerHandshakeOptions? server = null) =>
        FaultCase.Changed(reason, alert, Sender.Server, HandshakeType.ClientHello, change, server: server);

    private static FaultCase ByClient(
        TlsReason reason, AlertDescription alert, Func<ReadOnlyMemory<byte>, byte[]> change, ServerHandshakeOptions? server = null) =>
        FaultCase.Changed(reason, alert, Sender.Client, HandshakeType.ServerHello, change, server: server);

    private static FaultCase BySecondHello(TlsReason reason, Func<ReadOnlyMemory<byte>, byte[]> change) => ByServer(
        reason,
        AlertDescription.IllegalParameter,
        message => Hello.Extensions(message).Contains(ExtensionType.Cookie) ? change(message) : message.ToArray(),
        Retrying);
}
