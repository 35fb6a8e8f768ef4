using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;
using static Aksu.Inspection.Layouts.Parts;

namespace Aksu.Inspection.Layouts;

/// <summary>The messages of TLS 1.2 and before whose form depends on the suite, or on the version.</summary>
internal static class KeyExchangeLayouts
{
    private static readonly Part[] EcdhParameters =
    [
        Code("curve_type", 1, CodeNames.CurveType, MessageTexts.CurveType, "RFC 8422 §5.4"),
        Code("namedcurve", 2, CodeNames.Group, MessageTexts.NamedCurve, "RFC 8422 §5.1.1"),
        Opaque("public", 1, MessageTexts.ServerPublic, "RFC 8422 §5.4"),
    ];

    private static readonly Part[] DhParameters =
    [
        Opaque("dh_p", 2, MessageTexts.Prime),
        Opaque("dh_g", 2, MessageTexts.Generator),
        Opaque("dh_Ys", 2, MessageTexts.ServerPublic),
    ];

    private static readonly Part Hint = Text("psk_identity_hint", 2, MessageTexts.IdentityHint, "RFC 4279 §2");
    private static readonly Part Identity = Text("psk_identity", 2, MessageTexts.PskIdentity, "RFC 4279 §2");
    private static readonly Part Signature = Opaque("signature", 2, MessageTexts.ExchangeSignature, "RFC 5246 §4.7");
    private static readonly Part SchemeOfSignature = Code(
        "algorithm", 2, CodeNames.Scheme, MessageTexts.SignatureAlgorithm, "RFC 5246 §7.4.1.4.1");
    private static readonly Part ClientPoint = Opaque("ecdh_Yc", 1, MessageTexts.ClientPublic, "RFC 8422 §5.7");
    private static readonly Part ClientValue = Opaque("dh_Yc", 2, MessageTexts.ClientPublic, "RFC 5246 §7.4.7.2");
    private static readonly Part EncryptedSecret = Opaque(
        "EncryptedPreMasterSecret", 2, MessageTexts.EncryptedPreMaster, "RFC 5246 §7.4.7.1");

    /// <summary>All descriptions, for tests that walk them.</summary>
    public static IEnumerable<Part> All => Enum.GetValues<KeyExchangeMethod>()
        .Select(static method => new LayoutContext { KeyExchange = method })
        .SelectMany(static context => new[] { Server(context), Client(context), CertificateRequest(context), CertificateVerify(context) });

    public static Part Server(LayoutContext context) => Structure("ServerKeyExchange", null, "RFC 5246 §7.4.3", context.KeyExchange switch
    {
        KeyExchangeMethod.Ecdhe => [.. EcdhParameters, .. SignatureOf(context)],
        KeyExchangeMethod.Dhe => [.. DhParameters, .. SignatureOf(context)],
        KeyExchangeMethod.Psk => [Hint],
        KeyExchangeMethod.EcdhePsk => [Hint, .. EcdhParameters],
        KeyExchangeMethod.DhePsk => [Hint, .. DhParameters],
        _ => [Rest("params")],
    });

    public static Part Client(LayoutContext context) => Structure("ClientKeyExchange", null, "RFC 5246 §7.4.7", context.KeyExchange switch
    {
        KeyExchangeMethod.Ecdhe => [ClientPoint],
        KeyExchangeMethod.Dhe => [ClientValue],
        KeyExchangeMethod.Rsa => [EncryptedSecret],
        KeyExchangeMethod.Psk => [Identity],
        KeyExchangeMethod.EcdhePsk => [Identity, ClientPoint],
        KeyExchangeMethod.DhePsk => [Identity, ClientValue],
        _ => [Rest("exchange_keys")],
    });

    public static Part CertificateRequest(LayoutContext context)
    {
        Part types = List(
            "certificate_types", 1, Code("ClientCertificateType", 1, CodeNames.ClientCertificateType), MessageTexts.CertificateTypes);
        Part names = List("certificate_authorities", 2, Opaque("DistinguishedName", 2), ExtensionTexts.CertificateAuthorities);
        Part schemes = List(
            "supported_signature_algorithms", 2, Code("SignatureScheme", 2, CodeNames.Scheme), ExtensionTexts.SignatureAlgorithms);
        return Structure("CertificateRequest", null, "RFC 5246 §7.4.4", HasSchemes(context) ? [types, schemes, names] : [types, names]);
    }

    public static Part CertificateVerify(LayoutContext context) =>
        Structure("CertificateVerify", null, "RFC 5246 §7.4.8", HasSchemes(context)
            ? [SchemeOfSignature, Opaque("signature", 2, MessageTexts.TranscriptSignature)]
            : [Opaque("signature", 2, MessageTexts.TranscriptSignature)]);

    private static Part[] SignatureOf(LayoutContext context) => HasSchemes(context) ? [SchemeOfSignature, Signature] : [Signature];

    /// <summary>Signatures name their algorithm since TLS 1.2.</summary>
    private static bool HasSchemes(LayoutContext context) => context.Version == ProtocolVersion.Tls12;
}
