using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>Which suite of TLS 1.2 or before a server takes, with the group and the certificate that it needs.</summary>
internal static class SuiteChoice
{
    /// <summary>The most preferred suite for which there is all that it needs.</summary>
    public static ServerSelection Choose(ServerHandshakeOptions options, ReceivedOffer offer, ProtocolVersion version)
    {
        IReadOnlyList<CipherSuite> offered = offer.Hello.CipherSuites;
        bool isClientOrder = options.PrefersClientOrder || PrefersChaCha20(offer.Hello.CipherSuites);
        IReadOnlyList<CipherSuite> ordered = isClientOrder ? offered : options.EnabledSuites;
        IReadOnlyList<CipherSuite> others = isClientOrder ? options.EnabledSuites : offered;
        for (int i = 0; i < ordered.Count; i++)
        {
            CipherSuite candidate = ordered[i];
            if (others.Contains(candidate) && Suite12.Resolve(candidate, options.Cryptography) is { } suite && suite.Fits(version)
                && Complete(suite, options, offer, version) is { } selection)
            {
                return selection;
            }
        }

        if (CertificateTypeSelection.HasNone(options, offer))
        {
            throw Fault.NoCommonCertificateType();
        }

        throw LacksFieldAlone(options, offer) ? Fault.NoCommonFiniteField() : Fault.NoCommonCipherSuite();
    }

    // RFC 7919 §4: a suite is shared, and of the fields that the client names none.
    private static bool LacksFieldAlone(ServerHandshakeOptions options, ReceivedOffer offer) =>
        offer.Groups is { } groups && groups.Any(group => group.IsFiniteField)
        && !groups.Any(group => group.IsFiniteField && options.Groups.Contains(group))
        && options.EnabledSuites.Any(suite => offer.Hello.CipherSuites.Contains(suite)
            && SuiteTable.Find(suite) is { KeyExchange: KeyExchangeMethod.Dhe or KeyExchangeMethod.DhePsk });

    // A client that puts ChaCha20 first has no fast AES: it gets its wish.
    private static bool PrefersChaCha20(CipherSuite[] offered)
    {
        CipherSuite first = Array.Find(offered, static suite => SuiteTable.Find(suite) is not null);
        return SuiteTable.Find(first) is { Cipher: BulkCipher.ChaCha20Poly1305 };
    }

    private static ServerSelection? Complete(Suite12 suite, ServerHandshakeOptions options, ReceivedOffer offer, ProtocolVersion version)
    {
        NamedGroup? group = null;
        if (suite.UsesCurve || suite.UsesFiniteField)
        {
            group = GroupFor(suite, options, offer);
            if (group is null)
            {
                return null;
            }
        }

        if (suite.UsesPreSharedKey)
        {
            return new ServerSelection(suite, group, Key: null, Scheme: null);
        }

        SignatureScheme? SchemeFor(CertifiedKey key) => SignatureRules.Choose(
            version, key, options.SignatureSchemes, offer.Schemes ?? SignatureRules.Unsaid);

        bool CanUse(CertifiedKey key) => SchemeRules.AuthenticationOf(key.KeyKind) == suite.Authentication
            && HasCurve(offer, key)
            && (suite.IsSigned ? SchemeFor(key) is not null : key.Key is { SupportsKeyTransport: true });

        return ServerIdentityChoice.Choose(options, offer, CanUse) is { } best
            ? new ServerSelection(suite, group, best, suite.IsSigned ? SchemeFor(best) : null)
            : null;
    }

    // The client's groups are those of certificates too (RFC 8422 §5.3).
    private static bool HasCurve(ReceivedOffer offer, CertifiedKey key) =>
        offer.Groups is not { } groups || SchemeRules.CurveOf(key.KeyKind) is not { } curve || groups.Contains(curve);

    /// <summary>
    /// The most preferred common group. A client that names no group of the kind leaves the choice to the server: all have P-256, and from
    /// before RFC 7919 none can name a finite field.
    /// </summary>
    private static NamedGroup? GroupFor(Suite12 suite, ServerHandshakeOptions options, ReceivedOffer offer)
    {
        NamedGroup[]? offered = offer.Groups;
        bool isNamed = offered is not null && (suite.UsesCurve || offered.Any(static group => group.IsFiniteField));
        IReadOnlyList<NamedGroup> usable = options.Selection.UsableGroups;
        for (int i = 0; i < usable.Count; i++)
        {
            NamedGroup own = usable[i];
            bool isOfKind = suite.UsesCurve ? own.IsCurve : own.IsFiniteField;
            if (isOfKind && (isNamed ? offered!.Contains(own) : !suite.UsesCurve || own == NamedGroup.Secp256r1))
            {
                return own;
            }
        }

        return null;
    }
}
