using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Evidence;

/// <summary>Proof that the peer signed this handshake with its certificate's key. Only the check makes it.</summary>
internal sealed class SignatureVerified
{
    private SignatureVerified(SignatureScheme scheme) => Scheme = scheme;

    public SignatureScheme Scheme { get; }

    /// <summary>Checks a signature under a scheme that the caller found to be offered and to fit the key.</summary>
    public static SignatureVerified Check(
        VerificationKey key, SignatureScheme scheme, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithm algorithm = SchemeRules.AlgorithmOf(scheme) ?? throw Fault.SignatureSchemeNotOffered(scheme);
        return key.Supports(algorithm) && key.Verify(algorithm, content, signature)
            ? new SignatureVerified(scheme)
            : throw Fault.BadSignature();
    }
}
