using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>This side's Certificate and CertificateVerify (RFC 9846 §4.5.1, §4.5.2).</summary>
internal static class CertificateAnswer
{
    /// <summary>The scheme to sign with; null when there is none.</summary>
    public static SignatureScheme? ChooseScheme(
        CertifiedKey key, IReadOnlyList<SignatureScheme> own, IReadOnlyList<SignatureScheme> accepted) =>
        HandshakeSignature.ChooseScheme(key, own, accepted, SchemeRules.Fits13);

    /// <summary>The Certificate message; an empty one when there is no key.</summary>
    /// <param name="context">certificate_request_context.</param>
    /// <param name="key">What to present.</param>
    /// <param name="asked">What the peer asked to have along with certificates.</param>
    public static Certificate13 Certificate(ReadOnlyMemory<byte> context, CertifiedKey? key, ExtensionSet asked)
    {
        if (key is null)
        {
            return new Certificate13(context, []);
        }

        var entries = new CertificateEntry[key.Chain.Count];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new CertificateEntry(key.Chain[i], i == 0 ? LeafExtensions(key, asked) : ExtensionBlock.Empty);
        }

        return new Certificate13(context, entries);
    }

    /// <summary>Signs at once when the key is here; null when it is elsewhere.</summary>
    public static CertificateVerify? TrySign(CertifiedKey key, SignatureScheme scheme, ReadOnlySpan<byte> content) =>
        HandshakeSignature.TrySign(key, scheme, content) is { } signature ? new CertificateVerify(scheme, signature) : null;

    private static ExtensionBlock LeafExtensions(CertifiedKey key, ExtensionSet asked) => ExtensionBlock.Of(
        !key.OcspResponse.IsEmpty && asked.Contains(ExtensionType.StatusRequest) ? new CertificateStatus(key.OcspResponse) : null,
        key.SignedCertificateTimestamps.Count > 0 && asked.Contains(ExtensionType.SignedCertificateTimestamp)
            ? new SignedCertificateTimestamps([.. key.SignedCertificateTimestamps])
            : null);
}
