using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Certificates, proofs, and what the application says about them.</summary>
internal static class AuthenticationFaults
{
    private static readonly ClientHandshakeOptions Client = NullCryptography.Client with { Identities = [NullCryptography.Identity] };

    private static readonly ServerHandshakeOptions Server = NullCryptography.Server with
    {
        ClientAuthentication = ClientAuthentication.Required,
    };

    private static readonly ClientHandshakeOptions RealClient = Shake.Client with
    {
        Identities = [TestIdentity.Of(Cryptography.KeyKind.Ed25519)],
    };

    private static readonly ServerHandshakeOptions RealServer = Shake.Server with { ClientAuthentication = ClientAuthentication.Required };

    public static IEnumerable<FaultCase> All =>
    [
        FaultCase.Between(
            TlsReason.NoCommonCertificateType,
            AlertDescription.UnsupportedCertificate,
            Sender.Server,
            static () => NullCryptography.Client with { PeerCertificateTypes = [CertificateType.RawPublicKey] },
            static () => NullCryptography.Server),
        FaultCase.Changed(
            TlsReason.CertificateTypeNotOffered,
            AlertDescription.IllegalParameter,
            Sender.Client,
            HandshakeType.EncryptedExtensions,
            static message => Hello.Replace(
                message, new CertificateTypeChoice(ExtensionType.ServerCertificateType, new CertificateType(1))),
            NullCryptography.Client with { PeerCertificateTypes = [CertificateType.RawPublicKey, CertificateType.X509] }),
        .. Both(TlsReason.MalformedCertificate, AlertDescription.BadCertificate, new byte[] { 0x30, 0 }),
        .. Both(TlsReason.UnusableCertificate, AlertDescription.UnsupportedCertificate, WithUnknownKey()),
        .. Both(
            TlsReason.TooManyCertificates,
            AlertDescription.BadCertificate,
            [.. Enumerable.Repeat(NullCryptography.Identity.Chain[0], 11)]),
        OfServer(TlsReason.EmptyServerCertificate, AlertDescription.DecodeError, new Certificate13(default, [])),
        OfServer(
            TlsReason.UnknownCertificateRequest,
            AlertDescription.IllegalParameter,
            Message(new byte[] { 1 }, NullCryptography.Identity.Chain)),
        OfClient(
            TlsReason.UnknownCertificateRequest,
            AlertDescription.IllegalParameter,
            Message(new byte[] { 1 }, NullCryptography.Identity.Chain)),
        FaultCase.Changed(
            TlsReason.UnknownCertificateRequest,
            AlertDescription.IllegalParameter,
            Sender.Client,
            HandshakeType.CertificateRequest,
            static _ => Request([1]),
            Client,
            Server),
        new(TlsReason.UnknownCertificateRequest, AlertDescription.IllegalParameter, static () =>
        {
            EnginePair pair = Shake.Hands(NullCryptography.Client with { PostHandshakeAuthentication = true }, NullCryptography.Server);
            pair.Server.RequestClientCertificate();
            pair.Server.TakeOutput();
            pair.Server.Take(NullRecord.Protected(NullRecord.Handshake, Hello.Encode(new Certificate13(new byte[] { 1 }, []))));
            return (pair.Server, NullRecord.LastAlert(pair.Server.TakeOutput()));
        }),
        FaultCase.Between(
            TlsReason.CertificateRequired,
            AlertDescription.CertificateRequired,
            Sender.Server,
            static () => NullCryptography.Client,
            static () => Server),
        .. new[] { Sender.Client, Sender.Server }.SelectMany(by => new[]
        {
            // PKCS#1 was offered, but not for handshakes; the other one was not offered at all.
            Verify(by, SignatureScheme.RsaPkcs1Sha256),
            Verify(by, new SignatureScheme(0x0708)),
            Real(TlsReason.BadSignature, by, HandshakeType.CertificateVerify),
            Real(TlsReason.BadFinished, by, HandshakeType.Finished),
        }),
        Established(TlsReason.PostHandshakeAuthNotOffered, AlertDescription.UnexpectedMessage, isOffered: false, Request([1])),
        Established(TlsReason.UnknownCertificateRequest, AlertDescription.IllegalParameter, isOffered: true, Request([])),
        Established(TlsReason.UnknownCertificateRequest, AlertDescription.IllegalParameter, isOffered: true, Request([1]), Request([1])),
        Established(
            TlsReason.TooManyCertificateRequests,
            AlertDescription.UnexpectedMessage,
            isOffered: true,
            [.. Enumerable.Range(1, 17).Select(i => Request([(byte)i]))]),
        new(TlsReason.PeerCertificateRefused, AlertDescription.CertificateExpired, static () => FaultCase.Pumped(
            new EnginePair(
                Client,
                Server,
                new SuspensionAnswers { Verdict = static request => request.Refuse(AlertDescription.CertificateExpired, "old") }),
            Sender.Client)),
        new(TlsReason.ApplicationRefused, AlertDescription.AccessDenied, static () => FaultCase.Pumped(
            new EnginePair(
                new EngineEnd(new ClientEngine(Client), SuspensionAnswers.Default),
                new EngineEnd(
                    ServerEngine.ChoosingOptionsByClientHello(Server),
                    new SuspensionAnswers { Options = static request => request.Refuse(AlertDescription.AccessDenied, "closed") })),
            Sender.Server)),
        new(TlsReason.CannotSign, AlertDescription.InternalError, static () => FaultCase.Pumped(
            new EnginePair(
                Client,
                Server with { Identities = [new ServerIdentity(NullCryptography.RemoteIdentity, [])] },
                serverAnswers: new SuspensionAnswers { Signature = static request => request.Fail(new IOException()) }),
            Sender.Server)),
    ];

    private static IEnumerable<FaultCase> Both(TlsReason reason, AlertDescription alert, params ReadOnlyMemory<byte>[] chain) =>
        [OfServer(reason, alert, Message(default, chain)), OfClient(reason, alert, Message(default, chain))];

    private static FaultCase OfServer(TlsReason reason, AlertDescription alert, Certificate13 certificate) =>
        FaultCase.Changed(reason, alert, Sender.Client, HandshakeType.Certificate, _ => Hello.Encode(certificate), Client, Server);

    private static FaultCase OfClient(TlsReason reason, AlertDescription alert, Certificate13 certificate) =>
        FaultCase.Changed(reason, alert, Sender.Server, HandshakeType.Certificate, _ => Hello.Encode(certificate), Client, Server);

    private static FaultCase Verify(Sender by, SignatureScheme scheme) => FaultCase.Changed(
        TlsReason.SignatureSchemeNotOffered,
        AlertDescription.IllegalParameter,
        by,
        HandshakeType.CertificateVerify,
        _ => Hello.Encode(new CertificateVerify(scheme, new byte[64])),
        Client,
        Server);

    private static FaultCase Real(TlsReason reason, Sender by, HandshakeType type) => FaultCase.Changed(
        reason,
        AlertDescription.DecryptError,
        by,
        type,
        static message =>
        {
            byte[] changed = message.ToArray();
            changed[^1] ^= 1;
            return changed;
        },
        RealClient,
        RealServer);

    private static FaultCase Established(TlsReason reason, AlertDescription alert, bool isOffered, params byte[][] requests) => new(
        reason,
        alert,
        () =>
        {
            EnginePair pair = Shake.Hands(Client with { PostHandshakeAuthentication = isOffered }, NullCryptography.Server);
            byte? alert = null;
            foreach (byte[] request in requests)
            {
                Assert.Null(pair.Client.Failure);
                pair.Client.Take(NullRecord.Protected(NullRecord.Handshake, request));
                alert = NullRecord.LastAlert(pair.Client.TakeOutput());
            }

            return (pair.Client, alert);
        });

    private static byte[] Request(byte[] context) => Hello.Encode(
        new CertificateRequest13(context, ExtensionBlock.Of(new SignatureAlgorithms([SignatureScheme.EcdsaSecp256r1Sha256]))));

    private static Certificate13 Message(ReadOnlyMemory<byte> context, IReadOnlyList<ReadOnlyMemory<byte>> chain) =>
        new(context, [.. chain.Select(certificate => new CertificateEntry(certificate, ExtensionBlock.Empty))]);

    /// <summary>A certificate whose key has an algorithm that nobody knows.</summary>
    private static byte[] WithUnknownKey()
    {
        byte[] certificate = NullCryptography.Identity.Chain[0].ToArray();
        ReadOnlySpan<byte> ecPublicKey = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
        certificate[certificate.AsSpan().IndexOf(ecPublicKey) + ecPublicKey.Length - 1] = 0x7f;
        return certificate;
    }
}
