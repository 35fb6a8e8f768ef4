namespace Aksu.BogoShim.Flags;

/// <summary>Whether and how the peer shows who it is.</summary>
internal static class CertificateFlags
{
    public static Flag[] All { get; } =
    [
        // No path is built: the verdict comes from -verify-fail alone.
        Flag.Ignored("-trust-cert", hasValue: true),
        Flag.Switch("-verify-peer", static c => c.VerifiesPeer = true),
        Flag.Switch("-require-any-client-certificate", static c => c.RequiresClientCertificate = true),
        Flag.Switch("-verify-fail", static c => c.VerificationFails = true),
        Flag.Switch("-use-custom-verify-callback", static c => c.UsesCustomVerification = true),
        Flag.Switch("-expect-verify-result", static c => c.Expected.VerificationResult = true),
        Flag.Text("-expect-peer-cert-file", static (c, value) => c.Expected.PeerCertificateFile = value),
        Flag.Switch("-expect-no-peer-cert", static c => c.Expected.NoPeerCertificate = true),
        Flag.Number("-max-cert-list", static (c, value) => c.MaxCertificateMessage = value),
        Flag.Base64("-expect-certificate-types", static (c, value) => c.Expected.CertificateTypes = value),
        Flag.Text("-use-client-ca-list", static (c, value) => c.ClientAuthorities = value),
        Flag.Text("-expect-client-ca-list", static (c, value) => c.Expected.Authorities = value),
        Flag.Switch("-enable-ocsp-stapling", static c => c.RequestsOcspResponse = true),
        Flag.Base64("-expect-ocsp-response", static (c, value) => c.Expected.OcspResponse = value),
        Flag.Switch("-use-ocsp-callback", static c => c.UsesOcspDecision = true),
        Flag.Ignored("-set-ocsp-in-callback"),
        Flag.Switch("-decline-ocsp-callback", static c => c.DeclinesOcsp = true),
        Flag.Switch("-fail-ocsp-callback", static c => c.OcspDecisionFails = true),
        Flag.Switch("-enable-signed-cert-timestamps", static c => c.RequestsTimestamps = true),
        Flag.Base64("-expect-signed-cert-timestamps", static (c, value) => c.Expected.Timestamps = value),
        Flag.Switch("-fail-cert-callback", static c => c.CertificateDecisionFails = true),
        Flag.Ignored("-use-old-client-cert-callback"),
        Flag.Switch("-use-early-callback", static c => c.DecidesByClientHello = true),
        Flag.Switch("-fail-early-callback", static c => c.RefusesClientHello = true),
    ];
}
