using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>A server's fresh key for one Diffie-Hellman exchange.</summary>
internal sealed class ServerShare : IDisposable
{
    private readonly NamedGroup _group;
    private readonly KeyExchangeAlgorithm _algorithm;
    private readonly KeyExchangeOffer _own;

    public ServerShare(NamedGroup group, CryptographyProvider provider)
    {
        _group = group;
        _algorithm = GroupRules.Resolve(group, provider)!;
        _own = _algorithm.Offer();
    }

    /// <summary>As it stands in ServerKeyExchange over a curve.</summary>
    public ServerEcdhParameters CurveParameters => new(_group, _own.PublicValue.ToArray());

    /// <summary>As it stands in ServerKeyExchange over a finite field, whose generator is 2 (RFC 7919 §A).</summary>
    public ServerDhParameters FiniteFieldParameters => new(_algorithm.Prime, new byte[] { 2 }, _own.PublicValue.ToArray());

    /// <summary>The shared secret with the client's public value; the caller owns it.</summary>
    public Secret Complete(ReadOnlySpan<byte> clientPublicKey)
    {
        if (!_group.IsFiniteField)
        {
            return _own.Complete(clientPublicKey) ?? throw Fault.InvalidKeyShare(_group);
        }

        Secret shared = _own.Complete(FiniteFieldValue.Widen(clientPublicKey, _algorithm.AnswerSize))
            ?? throw Fault.InvalidFiniteFieldShare(_group);
        return FiniteFieldValue.Narrow(shared);
    }

    public void Dispose() => _own.Dispose();
}
