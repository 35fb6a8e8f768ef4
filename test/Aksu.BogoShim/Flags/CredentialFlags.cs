using Aksu.BogoShim.Configuration;
using Aksu.Tls.Engine.Registry;

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
        Flag.Switch("-new-rpk-credential", static c => c.Credentials.Add(new Credential { IsRaw = true })),
        Flag.Switch("-new-psk-credential", static c => c.Credentials.Add(new Credential { IsPreSharedKey = true })),
        Flag.Base64("-psk-importer-key", static (c, value) => c.LastCredential.ImportedKey = value),
        Flag.Base64("-psk-importer-identity", static (c, value) => c.LastCredential.ImportedIdentity = value),
        Flag.Base64("-psk-importer-context", static (c, value) => c.LastCredential.ImportedContext = value),
        Flag.Switch("-psk-importer-sha256", static c => c.LastCredential.ImportedHash = "SHA-256"),
        Flag.Switch("-psk-importer-sha384", static c => c.LastCredential.ImportedHash = "SHA-384"),
        Flag.Switch("-must-match-issuer", static c => c.LastCredential.MustMatchIssuer = true),
        Flag.Number("-expect-selected-credential", static (c, value) => c.Expected.Credential = value),
        Flag.Number(
            "-available-client-cert-types",
            static (c, value) => (c.OwnCertificateTypes ??= []).Add(new CertificateType((byte)value))),
        Flag.Number(
            "-accepted-peer-cert-types",
            static (c, value) => (c.PeerCertificateTypes ??= []).Add(new CertificateType((byte)value))),
        Flag.Number(
            "-expect-peer-certificate-type",
            static (c, value) => c.Expected.PeerCertificateType = new CertificateType((byte)value)),
        Flag.Base64("-expect-peer-rpk-sha256", static (c, value) => c.Expected.PeerKeyHash = value),
        Flag.Text("-psk", static (c, value) => c.PreSharedKey = value),
        Flag.Text("-psk-identity", static (c, value) => c.PreSharedKeyIdentity = value),
    ];
}
