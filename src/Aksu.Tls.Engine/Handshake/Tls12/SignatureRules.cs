using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// With which scheme a side signs: TLS 1.2 negotiates it, older versions leave it to the key (RFC 5246 §7.4.1.4.1, RFC 4346 §7.4.3).
/// </summary>
internal static class SignatureRules
{
    /// <summary>What a client of TLS 1.2 accepts that does not say it (RFC 5246 §7.4.1.4.1).</summary>
    public static IReadOnlyList<SignatureScheme> Unsaid { get; } = [SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSha1];

    /// <summary>The scheme of a signature that came; one that was not offered or does not fit the key ends the handshake.</summary>
    /// <param name="version">The version.</param>
    /// <param name="named">The scheme on the wire; null in TLS 1.1 and 1.0.</param>
    /// <param name="key">The signer's kind of key.</param>
    /// <param name="offered">What this side accepts.</param>
    public static SignatureScheme SchemeOf(
        ProtocolVersion version, SignatureScheme? named, KeyKind key, IReadOnlyList<SignatureScheme> offered)
    {
        if (version.Value < ProtocolVersion.Tls12.Value)
        {
            return SchemeRules.LegacyOf(key) ?? throw Fault.UnusableCertificate();
        }

        SignatureScheme scheme = named!.Value;
        return offered.Contains(scheme) && SchemeRules.Fits12(scheme, key) ? scheme : throw Fault.SignatureSchemeNotOffered(scheme);
    }

    /// <summary>The scheme that this side signs with; null when there is none.</summary>
    public static SignatureScheme? Choose(
        ProtocolVersion version, CertifiedKey key, IReadOnlyList<SignatureScheme> own, IReadOnlyList<SignatureScheme> accepted)
    {
        if (version == ProtocolVersion.Tls12)
        {
            return HandshakeSignature.ChooseScheme(key, own, accepted, SchemeRules.Fits12);
        }

        return SchemeRules.LegacyOf(key.KeyKind) is { } scheme && HandshakeSignature.CanSign(key, scheme) ? scheme : null;
    }

    /// <summary>The scheme as it stands on the wire.</summary>
    public static SignatureScheme? OnTheWire(ProtocolVersion version, SignatureScheme scheme) =>
        version == ProtocolVersion.Tls12 ? scheme : null;
}
