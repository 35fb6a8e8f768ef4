using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>
/// Which certificate a server presents: by the client's name, and by what the client can verify (RFC 9846 §4.5.1.2, RFC 5246 §7.4.2).
/// </summary>
internal static class ServerIdentityChoice
{
    /// <summary>The rank of an identity for the client's name: above all others.</summary>
    private const int Named = 8;

    /// <summary>The best identity; null when none can be used.</summary>
    /// <param name="options">The server's identities.</param>
    /// <param name="offer">The client's name, and what it can verify.</param>
    /// <param name="canUse">Whether version, suite and schemes let a key be used.</param>
    public static CertifiedKey? Choose(ServerHandshakeOptions options, ReceivedOffer offer, Func<CertifiedKey, bool> canUse)
    {
        // The client's order of types (RFC 7250 §4.2); nearly always there is but one.
        foreach (CertificateType type in CertificateTypeSelection.TakenBy(offer))
        {
            if (Choose(options, offer, type, canUse) is { } key)
            {
                return key;
            }
        }

        return null;
    }

    private static CertifiedKey? Choose(
        ServerHandshakeOptions options, ReceivedOffer offer, CertificateType type, Func<CertifiedKey, bool> canUse)
    {
        CertifiedKey? best = null;
        int bestRank = 0;
        for (int i = 0; i < options.Identities.Count; i++)
        {
            ServerIdentity identity = options.Identities[i];
            if (identity.Key.CertificateType != type || !MayShow(identity.Key, offer) || !canUse(identity.Key))
            {
                continue;
            }

            bool isNamed = offer.ServerName is not { } name || identity.Matches(name);
            int rank = (isNamed ? Named : 0) + Rank(identity.Key, offer);
            if (best is null || rank > bestRank)
            {
                best = identity.Key;
                bestRank = rank;
            }
        }

        return best is not null && bestRank < Named && options.StrictServerName ? throw Fault.UnrecognizedName() : best;
    }

    // A chain that the client can verify comes first; but one that it perhaps cannot is better than none (RFC 9846 §4.5.1.2).
    private static int Rank(CertifiedKey key, ReceivedOffer offer)
    {
        bool canVerify = offer.CertificateSchemes is not { } schemes || CanVerify(key.ChainSignatureSchemes, schemes, onlySha1: false);
        bool isTrusted = offer.CertificateAuthorities.Length == 0 || key.IssuerNames.Count == 0
            || IsIssuedByOne(key.IssuerNames, offer.CertificateAuthorities);
        bool isFresh = CanVerify(key.ChainSignatureSchemes, [], onlySha1: true);
        return (canVerify ? 4 : 0) + (isFresh ? 2 : 0) + (isTrusted ? 1 : 0);
    }

    // A client that does not take SHA-1 sees none, whatever else there is (RFC 9846 §4.5.1.2).
    private static bool MayShow(CertifiedKey key, ReceivedOffer offer) =>
        offer.CertificateSchemes is not { } schemes
        || CanVerify(key.ChainSignatureSchemes, schemes, onlySha1: true);

    /// <summary>Whether every scheme of a chain, or every one with SHA-1, is among those of the client.</summary>
    private static bool CanVerify(IReadOnlyList<SignatureScheme> chain, SignatureScheme[] schemes, bool onlySha1)
    {
        for (int i = 0; i < chain.Count; i++)
        {
            if ((!onlySha1 || SchemeRules.IsSha1(chain[i])) && Array.IndexOf(schemes, chain[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsIssuedByOne(IReadOnlyList<ReadOnlyMemory<byte>> issuers, ReadOnlyMemory<byte>[] authorities) =>
        issuers.Any(name => authorities.Any(authority => authority.Span.SequenceEqual(name.Span)));
}
