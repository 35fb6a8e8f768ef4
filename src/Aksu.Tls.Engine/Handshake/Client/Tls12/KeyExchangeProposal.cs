using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>A server's public value in a group that the client offered.</summary>
internal sealed class KeyExchangeProposal
{
    private readonly KeyExchangeAlgorithm _algorithm;
    private readonly byte[] _publicKey;

    private KeyExchangeProposal(NamedGroup group, KeyExchangeAlgorithm algorithm, byte[] publicKey)
    {
        Group = group;
        _algorithm = algorithm;
        _publicKey = publicKey;
    }

    public NamedGroup Group { get; }

    /// <summary>Over a curve (RFC 8422 §5.4).</summary>
    public static KeyExchangeProposal Read(ServerEcdhParameters parameters, ClientOffer offer)
    {
        NamedGroup group = parameters.Group;
        return group.IsCurve && offer.Groups.Contains(group) && GroupRules.Resolve(group, offer.Options.Cryptography) is { } algorithm
            ? new KeyExchangeProposal(group, algorithm, parameters.PublicKey.ToArray())
            : throw Fault.GroupNotOffered();
    }

    /// <summary>Over a finite field, which must be one that was offered: no other prime is trusted (RFC 7919 §3).</summary>
    public static KeyExchangeProposal Read(ServerDhParameters parameters, ClientOffer offer)
    {
        ReadOnlySpan<byte> prime = parameters.Prime.Span.TrimStart((byte)0);
        foreach (NamedGroup group in offer.Groups.Where(group => group.IsFiniteField))
        {
            KeyExchangeAlgorithm? algorithm = GroupRules.Resolve(group, offer.Options.Cryptography);
            if (algorithm is not null && prime.SequenceEqual(algorithm.Prime.Span) && parameters.Generator.Span.TrimStart((byte)0) is [2])
            {
                return new KeyExchangeProposal(group, algorithm, FiniteFieldValue.Widen(parameters.PublicKey.Span, algorithm.OfferSize));
            }
        }

        throw Fault.UnknownFiniteField();
    }

    /// <summary>Answers it: this side's public value, and the shared secret, which the caller owns.</summary>
    public Secret Answer(out byte[] ownPublicKey)
    {
        ownPublicKey = new byte[_algorithm.AnswerSize];
        Secret? shared = _algorithm.Answer(_publicKey, ownPublicKey);
        if (!Group.IsFiniteField)
        {
            return shared ?? throw Fault.InvalidKeyShare(Group);
        }

        return FiniteFieldValue.Narrow(shared ?? throw Fault.InvalidFiniteFieldShare(Group));
    }
}
