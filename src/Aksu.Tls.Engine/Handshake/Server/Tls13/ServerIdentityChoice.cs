using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>Which certificate a server presents: by the client's name, and by what the client can verify (RFC 9846 §4.5.1.2).</summary>
internal static class ServerIdentityChoice
{
    public static (CertifiedKey Key, SignatureScheme Scheme) Choose(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        SignatureScheme[] schemes = offer.Schemes ?? throw Fault.MissingExtension(ExtensionType.SignatureAlgorithms, "ClientHello");
        List<(ServerIdentity Identity, SignatureScheme Scheme)> usable = [];
        foreach (ServerIdentity identity in options.Identities)
        {
            if (CertificateAnswer.ChooseScheme(identity.Key, options.SignatureSchemes, schemes) is { } scheme)
            {
                usable.Add((identity, scheme));
            }
        }

        if (usable.Count == 0)
        {
            throw Fault.NoCommonSignatureScheme();
        }

        var named = offer.ServerName is { } name ? usable.Where(entry => entry.Identity.Matches(name)).ToList() : usable;
        if (named.Count == 0)
        {
            named = options.StrictServerName ? throw Fault.UnrecognizedName() : usable;
        }

        // A chain that the client can verify comes first; but one that it perhaps cannot is better than none (RFC 9846 §4.5.1.2).
        (ServerIdentity best, SignatureScheme with) = named.MaxBy(entry => Rank(entry.Identity.Key, offer));
        return (best.Key, with);
    }

    private static int Rank(CertifiedKey key, ReceivedOffer offer)
    {
        bool canVerify = key.ChainSignatureSchemes.All(offer.CertificateSchemes!.Contains);
        bool isTrusted = offer.CertificateAuthorities.Length == 0 || key.IssuerNames.Count == 0
            || key.IssuerNames.Any(name => offer.CertificateAuthorities.Any(authority => authority.Span.SequenceEqual(name.Span)));
        return (canVerify ? 2 : 0) + (isTrusted ? 1 : 0);
    }
}
