using System.Formats.Asn1;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Revocation;

/// <summary>
/// An OCSP response (RFC 6960 §4.2), read strictly. Immutable and thread-safe. That it can be read does not mean that its signature is
/// right.
/// </summary>
public sealed class OcspResponse
{
    /// <summary>Longest response that is read, in bytes.</summary>
    public const int MaxSize = 256 * 1024;

    internal OcspResponse()
    {
    }

    /// <summary>Reads a DER OCSPResponse; the bytes are copied.</summary>
    /// <exception cref="CertificateException">The bytes are not an OCSP response, or one that reports an error.</exception>
    public static OcspResponse Parse(ReadOnlySpan<byte> der)
    {
        if (der.Length > MaxSize)
        {
            throw new CertificateException($"The OCSP response is longer than {MaxSize} bytes.");
        }

        try
        {
            return OcspResponseParser.Read(der.ToArray());
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The OCSP response", error);
        }
    }

    /// <summary>When the response was signed.</summary>
    public DateTimeOffset ProducedAt { get; internal init; }

    /// <summary>What it says, for each certificate it is about.</summary>
    public IReadOnlyList<OcspAnswer> Answers { get; internal init; } = [];

    /// <summary>Certificates that came with the response, e.g. the responder's.</summary>
    public IReadOnlyList<Certificate> Certificates { get; internal init; } = [];

    /// <summary>The responder's name; null if it is named by its key.</summary>
    internal DistinguishedName? ResponderName { get; init; }

    /// <summary>SHA-1 of the responder's key bits; empty if it is named by its name.</summary>
    internal ReadOnlyMemory<byte> ResponderKeyHash { get; init; }

    internal ReadOnlyMemory<byte> Tbs { get; init; }

    internal SignatureIdentifier? SignatureIdentifier { get; init; }

    internal ReadOnlyMemory<byte> Signature { get; init; }

    internal bool HasUnknownCriticalExtension { get; init; }
}
