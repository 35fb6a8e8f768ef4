using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>A server of TLS 1.2 that has the right key, and signs wrong parameters with it: Logjam's, or one that was taken over.</summary>
internal sealed class SignedByTheServer
{
    private readonly CollectedEvents _events = new();

    /// <summary>Must be the server's observer: the signature covers both randoms.</summary>
    public TlsObserver Observer => _events;

    /// <summary>Puts these parameters over a curve into ServerKeyExchange.</summary>
    public Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Curve(NamedGroup group, byte[] publicKey) => Rewriting.Of(
        HandshakeType.ServerKeyExchange,
        _ =>
        {
            var parameters = new ServerEcdhParameters(group, publicKey);
            return Hello.Encode(new ServerKeyExchangeEcdhe(
                parameters, Sign(parameters.Encoded.Span, KeyKind.EcP256, SignatureScheme.EcdsaSecp256r1Sha256)));
        });

    /// <summary>Puts these parameters over a finite field into ServerKeyExchange.</summary>
    public Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Field(byte[] prime, byte[] generator, byte[] publicKey) =>
        Rewriting.Of(
            HandshakeType.ServerKeyExchange,
            _ =>
            {
                var parameters = new ServerDhParameters(prime, generator, publicKey);
                return Hello.Encode(new ServerKeyExchangeDhe(
                    parameters, Sign(parameters.Encoded.Span, KeyKind.Rsa, SignatureScheme.RsaPssRsaeSha256)));
            });

    private DigitallySigned Sign(ReadOnlySpan<byte> parameters, KeyKind kind, SignatureScheme scheme)
    {
        var randoms = new HelloRandoms(
            Hello.Client(_events.Last(TlsDirection.Received, HandshakeType.ClientHello)).Random,
            Hello.Server(_events.Last(TlsDirection.Sent, HandshakeType.ServerHello)).Random);
        using SigningKey key = TestKeys.Signing(kind, number: 0, provider: null);
        byte[] signature = new byte[key.MaxSignatureSize];
        int length = key.Sign(SchemeRules.AlgorithmOf(scheme)!.Value, SignedParameters.For(randoms, parameters), signature);
        return new DigitallySigned(scheme, signature.AsMemory(0, length));
    }
}
