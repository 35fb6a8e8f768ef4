using Aksu.BogoShim.Configuration;

namespace Aksu.BogoShim.Flags;

/// <summary>What this side shows: each acts on the credential that was opened last.</summary>
internal static class CredentialFlags
{
    public static Flag[] All { get; } =
    [
        Flag.Text("-cert-file", static (c, value) => c.LastCredential.CertificateFile = value),
        Flag.Text("-key-file", static (c, value) => c.LastCredential.KeyFile = value),
        Flag.Number("-signing-prefs", static (c, value) => (c.LastCredential.Schemes ??= []).Add(Supported.Scheme(value))),
        Flag.Base64("-ocsp-response", static (c, value) => c.LastCredential.OcspResponse = value),
        Flag.Base64("-signed-cert-timestamps", static (c, value) => c.LastCredential.Timestamps = value),
        Flag.Switch("-new-x509-credential", static c => c.Credentials.Add(new Credential())),
        Flag.Switch("-must-match-issuer", static c => c.LastCredential.MustMatchIssuer = true),
        Flag.Number("-expect-selected-credential", static (c, value) => c.Expected.Credential = value),
        Flag.Text("-psk", static (c, value) => c.PreSharedKey = value),
        Flag.Text("-psk-identity", static (c, value) => c.PreSharedKeyIdentity = value),
    ];
}
