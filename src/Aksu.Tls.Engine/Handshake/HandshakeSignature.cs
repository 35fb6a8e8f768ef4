using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>This side's signature over the handshake, by a key that is here or elsewhere.</summary>
internal static class HandshakeSignature
{
    /// <summary>
    /// The scheme to sign with: the first of the key's own, or where it names none of this side's, that fits the key and the version and
    /// that the peer accepts; null when there is none.
    /// </summary>
    public static SignatureScheme? ChooseScheme(
        CertifiedKey key,
        IReadOnlyList<SignatureScheme> own,
        IReadOnlyList<SignatureScheme> accepted,
        Func<SignatureScheme, KeyKind, bool> fits)
    {
        IReadOnlyList<SignatureScheme> preferred = key.SignatureSchemes ?? own;
        for (int i = 0; i < preferred.Count; i++)
        {
            SignatureScheme scheme = preferred[i];
            if (fits(scheme, key.KeyKind) && accepted.Contains(scheme) && CanSign(key, scheme))
            {
                return scheme;
            }
        }

        return null;
    }

    /// <summary>Whether the key can, as far as it can be asked.</summary>
    public static bool CanSign(CertifiedKey key, SignatureScheme scheme) =>
        key.Key is null || (SchemeRules.AlgorithmOf(scheme) is { } algorithm && key.Key.Supports(algorithm));

    /// <summary>Signs at once when the key is here; null when it is elsewhere.</summary>
    public static ReadOnlyMemory<byte>? TrySign(CertifiedKey key, SignatureScheme scheme, ReadOnlySpan<byte> content)
    {
        if (key.Key is not { } signer)
        {
            return null;
        }

        try
        {
            byte[] signature = new byte[signer.MaxSignatureSize];
            int length = signer.Sign(AlgorithmOf(scheme), content, signature);
            return signature.AsMemory(0, length);
        }
        catch (Exception e) when (e is not TlsException)
        {
            throw Fault.CannotSign(e);
        }
    }

    /// <summary>The question to whoever holds the key.</summary>
    public static SignatureRequest AskForSignature(CertifiedKey key, SignatureScheme scheme, ReadOnlySpan<byte> content) => new()
    {
        Key = key,
        Scheme = scheme,
        Algorithm = AlgorithmOf(scheme),
        Content = content.ToArray(),
    };

    private static SignatureAlgorithm AlgorithmOf(SignatureScheme scheme) => SchemeRules.AlgorithmOf(scheme) ?? throw Fault.CannotSign();
}
