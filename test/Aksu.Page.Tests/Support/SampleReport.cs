using Aksu.Cli.Scan;
using Aksu.Inspection;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Page.Tests.Support;

/// <summary>Pages of a scan, of a server with something of everything.</summary>
internal static class SampleReport
{
    public static string Page(Language language = Language.English, string target = "server.example:443") =>
        ScanPage.Create(Of(target), language);

    private static ScanReport Of(string target)
    {
        byte[] capture = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Captures", "tls12-rsa-cbc.pcap"));
        IReadOnlyList<Certificate> sent = Inspector.Read(capture, "", new TraceOptions()).Connections[0].ServerCertificates;
        Verdict verdict = new CertificateVerifier().Verify(
            VerificationRequest.ForServer([.. sent.Select(static certificate => certificate.Der)], ServerIdentity.Parse("server.example")));
        ScannedVersion[] versions =
        [
            new(
                ProtocolVersion.Tls13, [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384, CipherSuite.ChaCha20Poly1305Sha256], true,
                [NamedGroup.X25519, NamedGroup.Secp256r1], Schemes("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256")),
            new(
                ProtocolVersion.Tls12,
                Suites(
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
                    "TLS_RSA_WITH_RC4_128_SHA"),
                false, [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1], Schemes("rsa_pkcs1_sha256", "rsa_pkcs1_sha1")),
            new(ProtocolVersion.Tls11, [], false, [], []),
            new(ProtocolVersion.Tls10, Suites("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"), false, [NamedGroup.Secp256r1], []),
            new(ProtocolVersion.Ssl3, [], false, [], []),
        ];
        return new ScanReport
        {
            Target = target,
            Versions = versions,
            Protocols = ["h2", "http/1.1"],
            Certificates = sent,
            Verdict = verdict,
            Resumes = true,
            Staples = false,
            Probes = 88,
            Weaknesses = Weaknesses.Of(versions, new HandshakeFindings { Verdict = verdict }),
        };
    }

    private static CipherSuite[] Suites(params string[] names) =>
        [.. names.Select(static name => KnownCodes.Suites12.Single(suite => KnownCodes.NameOf(suite) == name))];

    private static SignatureScheme[] Schemes(params string[] names) =>
        [.. names.Select(static name => KnownCodes.SignatureSchemes.Single(scheme => KnownCodes.NameOf(scheme) == name))];
}
