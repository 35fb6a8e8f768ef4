using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>Which of a client's certificates answers a server's request (RFC 9846 §4.5.1.3).</summary>
internal static class ClientIdentityChoice
{
    /// <summary>The first whose key the server can verify and whose issuers it trusts, as far as it said; null when none fits.</summary>
    public static CertifiedKey? Choose(ClientHandshakeOptions options, CertificateDemand demand)
    {
        foreach (CertifiedKey key in options.Identities)
        {
            if (CertificateAnswer.ChooseScheme(key, options.SignatureSchemes, demand.Schemes) is not null && IsTrusted(key, demand))
            {
                return key;
            }
        }

        return null;
    }

    private static bool IsTrusted(CertifiedKey key, CertificateDemand demand)
    {
        if (demand.Authorities.Length == 0 || key.IssuerNames.Count == 0)
        {
            return true;
        }

        foreach (ReadOnlyMemory<byte> name in key.IssuerNames)
        {
            foreach (ReadOnlyMemory<byte> authority in demand.Authorities)
            {
                if (name.Span.SequenceEqual(authority.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
