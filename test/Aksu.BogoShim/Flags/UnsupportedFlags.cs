namespace Aksu.BogoShim.Flags;

/// <summary>Why a flag is not known here, in words that an expert accepts: what is not yet there, and what never will be.</summary>
internal static class UnsupportedFlags
{
    private static readonly (string Reason, string[] Flags)[] Reasons =
    [
        ("DTLS: not yet", ["-dtls", "-mtu", "-initial-timeout-duration-ms", "-private-key-delay-ms", "-key-update-before-read"]),
        ("QUIC: not yet",
            ["-quic", "-quic-transport-params", "-expect-quic-transport-params", "-quic-use-legacy-codepoint", "-quic-early-data-context"]),
        ("Encrypted ClientHello: not yet",
        [
            "-ech-config-list", "-enable-ech-grease", "-reject-unusable-ech-config", "-expect-ech-accept", "-expect-ech-name-override",
            "-expect-no-ech-name-override", "-expect-ech-retry-configs", "-expect-no-ech-retry-configs", "-ech-server-config",
            "-ech-server-key", "-ech-is-retry-config", "-fail-early-callback-ech-rewind",
        ]),
        ("Early data: not yet",
        [
            "-enable-early-data", "-expect-ticket-supports-early-data", "-expect-accept-early-data", "-expect-reject-early-data",
            "-expect-no-offer-early-data", "-expect-early-data-reason", "-early-write-after-message",
        ]),
        ("Certificate compression: not yet", ["-install-cert-compression-algs", "-install-one-cert-compression-alg"]),
        ("Delegated credentials: not yet", ["-new-delegated-credential", "-delegated-credential"]),
        ("Renegotiation: never, RFC 9325 §3.5",
        [
            "-renegotiate-freely", "-renegotiate-once", "-renegotiate-ignore", "-renegotiate-explicit",
            "-forbid-renegotiation-after-handshake", "-use-exporter-between-reads",
        ]),
        ("False start: never, for TLS 1.3 has taken its place", ["-false-start", "-allow-false-start-without-alpn", "-handshake-twice"]),
        ("NPN: never, for ALPN has taken its place",
        [
            "-advertise-npn", "-advertise-empty-npn", "-select-next-proto", "-select-empty-next-proto", "-expect-next-proto",
            "-expect-no-next-proto",
        ]),
        ("Channel ID: never, for it was withdrawn", ["-enable-channel-id", "-expect-channel-id", "-send-channel-id"]),
        ("ALPS: never, for no standard has it",
            ["-application-settings", "-expect-peer-application-settings", "-alps-use-new-codepoint", "-defer-alps"]),
        ("SRTP: not without DTLS", ["-srtp-profiles"]),
        ("A draft that is no standard yet: SPAKE2+, trust anchors, server padding, resumption across names",
        [
            "-new-spake2plusv1-credential", "-pake-context", "-pake-client-id", "-pake-server-id", "-pake-password", "-wrong-pake-role",
            "-cert-properties", "-requested-trust-anchors", "-available-trust-anchors", "-expect-peer-match-trust-anchor",
            "-expect-no-peer-match-trust-anchor", "-expect-peer-available-trust-anchors", "-request-server-padding",
            "-expect-server-sent-requested-padding", "-server-supports-padding", "-resumption-across-names-enabled",
            "-expect-resumable-across-names", "-expect-not-resumable-across-names",
        ]),
        ("A preset or a hook of BoringSSL alone",
        [
            "-cnsa-202407", "-cnsa2-202603", "-jdk11-workaround", "-ticket-key",
            "-install-ddos-callback", "-fail-ddos-callback", "-retain-only-sha256-client-cert", "-expect-sha256-client-cert",
            "-peek-then-read", "-export-traffic-secrets", "-fuzzer-mode", "-handshake-hints", "-handshaker-path", "-handshaker-resume",
            "-wait-for-debugger",
        ]),
        ("A choice that the engine does not offer",
        [
            "-reverify-on-resume", "-permute-extensions", "-server-supported-groups-hint", "-curves-flags", "-no-server-name-ack",
            "-allow-unknown-alpn-protos", "-send-alert", "-expect-no-secure-renegotiation", "-cbc-record-splitting",
            "-expect-ticket-age-skew", "-renew-ticket",
        ]),
    ];

    public static string ReasonFor(string flag)
    {
        foreach ((string reason, string[] flags) in Reasons)
        {
            if (flags.Contains(flag))
            {
                return $"{reason} ({flag})";
            }
        }

        return $"A flag that the shim has never seen ({flag})";
    }
}
