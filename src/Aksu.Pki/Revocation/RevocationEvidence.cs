namespace Aksu.Pki.Revocation;

/// <summary>Evidence about revocation as it came from outside; nothing in it is trusted before it is verified.</summary>
/// <param name="OcspResponse">A DER OCSPResponse; empty if there is none.</param>
/// <param name="Crl">A revocation list; null if there is none.</param>
public sealed record RevocationEvidence(ReadOnlyMemory<byte> OcspResponse, CertificateRevocationList? Crl)
{
    /// <summary>No evidence.</summary>
    public static RevocationEvidence None { get; } = new(default, null);
}
