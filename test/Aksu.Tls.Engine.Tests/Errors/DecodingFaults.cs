using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Messages of a wrong form.</summary>
internal static class DecodingFaults
{
    private static readonly IExtensionBody Unknown = Hello.Raw(new ExtensionType(0x7a7b));

    public static IEnumerable<FaultCase> All =>
    [
        FaultCase.At<ExpectClientHello>(
            TlsReason.Truncated, AlertDescription.DecodeError, NullRecord.Plain(NullRecord.Handshake, [1, 0, 0, 4, 3, 3, 0, 0])),
        FaultCase.At<EstablishedClient>(
            TlsReason.TrailingBytes, AlertDescription.DecodeError, NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 2, 0, 0])),
        FaultCase.At<EstablishedClient>(
            TlsReason.InvalidValue, AlertDescription.IllegalParameter, NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 2])),
        FaultCase.Changed(
            TlsReason.LengthOutOfRange,
            AlertDescription.DecodeError,
            Sender.Client,
            HandshakeType.Finished,
            static message => [20, 0, 0, 31, .. message.Span[5..]]),
        FaultCase.Changed(
            TlsReason.DuplicateExtension,
            AlertDescription.IllegalParameter,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.With(message, Unknown, Unknown)),
        FaultCase.Changed(
            TlsReason.ForbiddenExtension,
            AlertDescription.IllegalParameter,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            static message => Hello.With(message, new Cookie(new byte[] { 1 }))),
        FaultCase.Changed(
            TlsReason.UnsolicitedExtension,
            AlertDescription.UnsupportedExtension,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            static message => Hello.With(message, Unknown)),
        FaultCase.Changed(
            TlsReason.UnsolicitedExtension,
            AlertDescription.UnsupportedExtension,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            static message => Hello.With(message, Hello.Raw(ExtensionType.EarlyData))),
        FaultCase.Changed(
            TlsReason.UnsolicitedExtension,
            AlertDescription.UnsupportedExtension,
            Sender.Client,
            HandshakeType.ServerHello,
            static message => Hello.With(message, new PreSharedKeyChoice(0))),
        .. new[] { ExtensionType.SupportedGroups, ExtensionType.SignatureAlgorithms, ExtensionType.KeyShare }.Select(type =>
            FaultCase.Changed(
                TlsReason.MissingExtension,
                AlertDescription.MissingExtension,
                Sender.Server,
                HandshakeType.ClientHello,
                message => Hello.Without(message, type))),
        FaultCase.Changed(
            TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.Without(message, ExtensionType.PskKeyExchangeModes),
            NullCryptography.Client with { PreSharedKeys = [new ExternalKeys().Of()] }),
        FaultCase.Changed(
            TlsReason.MissingExtension,
            AlertDescription.MissingExtension,
            Sender.Client,
            HandshakeType.ServerHello,
            static message => Hello.Without(message, ExtensionType.KeyShare)),
        FaultCase.Changed(
            TlsReason.TooManyEntries,
            AlertDescription.DecodeError,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.With(
                message, Enumerable.Range(0x8000, ListLimits.Extensions).Select(type => Hello.Raw(new ExtensionType((ushort)type))))),
        FaultCase.Changed(
            TlsReason.PreSharedKeyNotLast,
            AlertDescription.IllegalParameter,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.With(message, Unknown),
            NullCryptography.Client with { PreSharedKeys = [new ExternalKeys().Of()] }),
        FaultCase.Changed(
            TlsReason.DuplicateKeyShare,
            AlertDescription.IllegalParameter,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.Replace(message, new KeyShareOffer([Share, Share]))),
        FaultCase.Changed(
            TlsReason.PskBinderCountMismatch,
            AlertDescription.IllegalParameter,
            Sender.Server,
            HandshakeType.ClientHello,
            static message => Hello.With(message, new PreSharedKeyOffer([new PskIdentity(new byte[1], 0)], [new byte[32], new byte[32]]))),
    ];

    private static KeyShareEntry Share => new(NamedGroup.X25519, new byte[32]);
}
