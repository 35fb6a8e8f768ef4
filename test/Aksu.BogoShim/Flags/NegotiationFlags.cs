using Aksu.BogoShim.Configuration;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Flags;

/// <summary>Versions, cipher suites, groups and signature schemes.</summary>
internal static class NegotiationFlags
{
    public static Flag[] All { get; } =
    [
        Flag.Number("-min-version", static (c, value) => c.MinVersion = new ProtocolVersion((ushort)value)),
        Flag.Number("-max-version", static (c, value) => c.MaxVersion = new ProtocolVersion((ushort)value)),
        Flag.Switch("-no-tls1", static c => c.DisabledVersions.Add(ProtocolVersion.Tls10)),
        Flag.Switch("-no-tls11", static c => c.DisabledVersions.Add(ProtocolVersion.Tls11)),
        Flag.Switch("-no-tls12", static c => c.DisabledVersions.Add(ProtocolVersion.Tls12)),
        Flag.Switch("-no-tls13", static c => c.DisabledVersions.Add(ProtocolVersion.Tls13)),
        Flag.Number("-expect-version", static (c, value) => c.Expected.Version = new ProtocolVersion((ushort)value)),
        Flag.Switch("-fallback-scsv", static c => c.IsFallback = true),
        Flag.Text("-cipher", static (c, value) => c.CipherSuites = CipherList.Parse(value)),
        Flag.Switch("-server-preference", static c => c.PrefersOwnOrder = true),
        Flag.Number("-expect-cipher", static (c, value) => c.Expected.CipherSuite = new CipherSuite((ushort)value)),
        Flag.Number("-expect-cipher-aes", static (c, value) => c.Expected.CipherSuiteWithAes = new CipherSuite((ushort)value)),
        Flag.Number("-expect-cipher-no-aes", static (c, value) => c.Expected.CipherSuiteWithoutAes = new CipherSuite((ushort)value)),
        Flag.Number("-curves", static (c, value) => (c.Groups ??= []).Add(Supported.Group(value))),
        Flag.Number("-key-shares", static (c, value) => (c.KeyShares ??= []).Add(Supported.Group(value))),
        Flag.Switch("-no-key-shares", static c => c.KeyShares = []),
        Flag.Number("-expect-curve-id", static (c, value) => c.Expected.Group = new NamedGroup((ushort)value)),
        Flag.Switch("-expect-hrr", static c => c.Expected.IsHelloRetried = true),
        Flag.Switch("-expect-no-hrr", static c => c.Expected.IsHelloRetried = false),
        Flag.Number("-verify-prefs", static (c, value) => (c.VerifySchemes ??= []).Add(Supported.Scheme(value))),
        Flag.Number("-expect-peer-signature-algorithm", static (c, value) => c.Expected.PeerScheme = new SignatureScheme((ushort)value)),
        Flag.Number(
            "-expect-peer-verify-pref",
            static (c, value) => (c.Expected.PeerSchemes ??= []).Add(new SignatureScheme((ushort)value))),
        Flag.Switch("-fips-202205", static c => c.Policy = PolicyPreset.Fips),
        Flag.Switch("-wpa-202304", static c => c.Policy = PolicyPreset.Wpa),
        Flag.Switch("-cnsa1-202603", static c => c.Policy = PolicyPreset.Cnsa1),
        Flag.Switch("-enable-grease", static c => c.HasGrease = true),
        Flag.Switch("-expect-extended-master-secret", static c => c.Expected.HasExtendedMainSecret = true),

        // The engine goes on with no server that lacks renegotiation_info.
        Flag.Ignored("-expect-secure-renegotiation"),
        Flag.Ignored("-no-legacy-server-connect"),

        // The engine never renegotiates.
        Flag.Number("-expect-total-renegotiations", static (c, value) => c.Expected.NoRenegotiations = value == 0),
    ];
}
