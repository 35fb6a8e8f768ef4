using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>Which of a client's certificates answers a server's request (RFC 9846 §4.5.1.3, RFC 5246 §7.4.6).</summary>
internal static class ClientIdentityChoice
{
    /// <summary>
    /// The first whose key and chain the server can verify and whose issuers it trusts, as far as it said. A chain that it perhaps cannot
    /// verify is better than none; null when no key fits.
    /// </summary>
    /// <param name="options">The client's certificates.</param>
    /// <param name="authorities">DER names of the authorities that the server trusts; empty when it did not say.</param>
    /// <param name="chainSchemes">The schemes that the server takes in certificates; empty when it did not say.</param>
    /// <param name="schemeFor">The scheme with which a key can answer; null when it cannot.</param>
    public static CertifiedKey? Choose(
        ClientHandshakeOptions options,
        IReadOnlyList<ReadOnlyMemory<byte>> authorities,
        IReadOnlyList<SignatureScheme> chainSchemes,
        Func<CertifiedKey, SignatureScheme?> schemeFor)
    {
        CertifiedKey? second = null;
        for (int i = 0; i < options.Identities.Count; i++)
        {
            CertifiedKey key = options.Identities[i];
            if (schemeFor(key) is null || !IsTrusted(key, authorities))
            {
                continue;
            }

            if (chainSchemes.Count == 0 || AreAllIn(key.ChainSignatureSchemes, chainSchemes))
            {
                return key;
            }

            second ??= key;
        }

        return second;
    }

    private static bool AreAllIn(IReadOnlyList<SignatureScheme> schemes, IReadOnlyList<SignatureScheme> accepted)
    {
        for (int i = 0; i < schemes.Count; i++)
        {
            if (!accepted.Contains(schemes[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTrusted(CertifiedKey key, IReadOnlyList<ReadOnlyMemory<byte>> authorities)
    {
        if (authorities.Count == 0 || key.IssuerNames.Count == 0)
        {
            return true;
        }

        for (int i = 0; i < key.IssuerNames.Count; i++)
        {
            for (int j = 0; j < authorities.Count; j++)
            {
                if (key.IssuerNames[i].Span.SequenceEqual(authorities[j].Span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
