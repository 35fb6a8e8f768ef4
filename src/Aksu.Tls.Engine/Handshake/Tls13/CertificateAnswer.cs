using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>This side's Certificate and CertificateVerify (RFC 9846 §4.5.1, §4.5.2).</summary>
internal static class CertificateAnswer
{
    /// <summary>
    /// The scheme to sign with: the first of the key's own (or all) that fits the key, that this side allows and that the peer accepts;
    /// null when there is none.
    /// </summary>
    public static SignatureScheme? ChooseScheme(
        CertifiedKey key, IReadOnlyList<SignatureScheme> own, IReadOnlyList<SignatureScheme> accepted)
    {
        foreach (SignatureScheme scheme in key.SignatureSchemes ?? own)
        {
            bool isPossible = SchemeRules.Fits13(scheme, key.KeyKind) && own.Contains(scheme) && accepted.Contains(scheme);
            if (isPossible && (key.Key is null || (SchemeRules.AlgorithmOf(scheme) is { } algorithm && key.Key.Supports(algorithm))))
            {
                return scheme;
            }
        }

        return null;
    }

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
    public static CertificateVerify? TrySign(CertifiedKey key, SignatureScheme scheme, ReadOnlySpan<byte> content)
    {
        if (key.Key is not { } signer)
        {
            return null;
        }

        try
        {
            byte[] signature = new byte[signer.MaxSignatureSize];
            int length = signer.Sign(AlgorithmOf(scheme), content, signature);
            return new CertificateVerify(scheme, signature.AsMemory(0, length));
        }
        catch (Exception e) when (e is not TlsException)
        {
            throw Fault.CannotSign(e);
        }
    }

    /// <summary>The question to whoever holds the key.</summary>
    public static SignatureRequest AskForSignature(CertifiedKey key, SignatureScheme scheme, byte[] content) => new()
    {
        Key = key,
        Scheme = scheme,
        Algorithm = AlgorithmOf(scheme),
        Content = content,
    };

    private static SignatureAlgorithm AlgorithmOf(SignatureScheme scheme) => SchemeRules.AlgorithmOf(scheme) ?? throw Fault.CannotSign();

    private static ExtensionBlock LeafExtensions(CertifiedKey key, ExtensionSet asked) => ExtensionBlock.Of(
        !key.OcspResponse.IsEmpty && asked.Contains(ExtensionType.StatusRequest) ? new CertificateStatus(key.OcspResponse) : null,
        key.SignedCertificateTimestamps.Count > 0 && asked.Contains(ExtensionType.SignedCertificateTimestamp)
            ? new SignedCertificateTimestamps([.. key.SignedCertificateTimestamps])
            : null);
}
