using Aksu.Cryptography;

namespace Aksu.Pki.Paths;

/// <summary>What every check on a path needs to know.</summary>
internal sealed record PathContext(
    VerificationPolicy Policy, VerificationRequest Request, DateTimeOffset Time, CryptographyProvider Provider, Work Work)
{
    public bool IsStrict => Policy.Profile != CertificateProfile.Compatible;

    public bool IsWebPki => Policy.Profile == CertificateProfile.WebPki;

    public ExtendedKeyUsage RequiredPurpose =>
        Request.Purpose == CertificatePurpose.Server ? ExtendedKeyUsage.ServerAuth : ExtendedKeyUsage.ClientAuth;
}
