using Aksu.Pki.Signatures;

namespace Aksu.Pki.Parsing;

/// <summary>The fields of a certificate as read, over the certificate's own bytes.</summary>
internal sealed class CertificateContent
{
    public required ReadOnlyMemory<byte> Tbs { get; init; }

    public required SignatureIdentifier SignatureIdentifier { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required int Version { get; init; }

    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    public required DistinguishedName Issuer { get; init; }

    /// <summary>Null when it is written exactly as the issuer: then the two share one object.</summary>
    public required DistinguishedName? Subject { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotAfter { get; init; }

    public required PublicKeyInfo PublicKey { get; init; }

    public required ExtensionSet Extensions { get; init; }

    public required bool HasTimeInWrongForm { get; init; }

    public required bool HasUniqueIdentifier { get; init; }
}
