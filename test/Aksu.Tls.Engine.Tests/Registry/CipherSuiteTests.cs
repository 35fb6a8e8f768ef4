using System.Reflection;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Registry;

/// <summary>The suites against the registry of IANA (TLS Cipher Suites).</summary>
public sealed class CipherSuiteTests
{
    private const string Registered =
        """
        002f TLS_RSA_WITH_AES_128_CBC_SHA
        0033 TLS_DHE_RSA_WITH_AES_128_CBC_SHA
        0035 TLS_RSA_WITH_AES_256_CBC_SHA
        0039 TLS_DHE_RSA_WITH_AES_256_CBC_SHA
        003c TLS_RSA_WITH_AES_128_CBC_SHA256
        003d TLS_RSA_WITH_AES_256_CBC_SHA256
        0067 TLS_DHE_RSA_WITH_AES_128_CBC_SHA256
        006b TLS_DHE_RSA_WITH_AES_256_CBC_SHA256
        008c TLS_PSK_WITH_AES_128_CBC_SHA
        008d TLS_PSK_WITH_AES_256_CBC_SHA
        0090 TLS_DHE_PSK_WITH_AES_128_CBC_SHA
        0091 TLS_DHE_PSK_WITH_AES_256_CBC_SHA
        009c TLS_RSA_WITH_AES_128_GCM_SHA256
        009d TLS_RSA_WITH_AES_256_GCM_SHA384
        009e TLS_DHE_RSA_WITH_AES_128_GCM_SHA256
        009f TLS_DHE_RSA_WITH_AES_256_GCM_SHA384
        00a8 TLS_PSK_WITH_AES_128_GCM_SHA256
        00a9 TLS_PSK_WITH_AES_256_GCM_SHA384
        00aa TLS_DHE_PSK_WITH_AES_128_GCM_SHA256
        00ab TLS_DHE_PSK_WITH_AES_256_GCM_SHA384
        00ae TLS_PSK_WITH_AES_128_CBC_SHA256
        00af TLS_PSK_WITH_AES_256_CBC_SHA384
        00b2 TLS_DHE_PSK_WITH_AES_128_CBC_SHA256
        00b3 TLS_DHE_PSK_WITH_AES_256_CBC_SHA384
        00ff TLS_EMPTY_RENEGOTIATION_INFO_SCSV
        1301 TLS_AES_128_GCM_SHA256
        1302 TLS_AES_256_GCM_SHA384
        1303 TLS_CHACHA20_POLY1305_SHA256
        1304 TLS_AES_128_CCM_SHA256
        1305 TLS_AES_128_CCM_8_SHA256
        5600 TLS_FALLBACK_SCSV
        c009 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA
        c00a TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA
        c013 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA
        c014 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA
        c023 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
        c024 TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
        c027 TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256
        c028 TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
        c02b TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
        c02c TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        c02f TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        c030 TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
        c035 TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA
        c036 TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA
        c037 TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256
        c038 TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384
        c09c TLS_RSA_WITH_AES_128_CCM
        c09d TLS_RSA_WITH_AES_256_CCM
        c09e TLS_DHE_RSA_WITH_AES_128_CCM
        c09f TLS_DHE_RSA_WITH_AES_256_CCM
        c0a0 TLS_RSA_WITH_AES_128_CCM_8
        c0a1 TLS_RSA_WITH_AES_256_CCM_8
        c0a2 TLS_DHE_RSA_WITH_AES_128_CCM_8
        c0a3 TLS_DHE_RSA_WITH_AES_256_CCM_8
        c0a4 TLS_PSK_WITH_AES_128_CCM
        c0a5 TLS_PSK_WITH_AES_256_CCM
        c0a6 TLS_DHE_PSK_WITH_AES_128_CCM
        c0a7 TLS_DHE_PSK_WITH_AES_256_CCM
        c0a8 TLS_PSK_WITH_AES_128_CCM_8
        c0a9 TLS_PSK_WITH_AES_256_CCM_8
        c0aa TLS_PSK_DHE_WITH_AES_128_CCM_8
        c0ab TLS_PSK_DHE_WITH_AES_256_CCM_8
        c0ac TLS_ECDHE_ECDSA_WITH_AES_128_CCM
        c0ad TLS_ECDHE_ECDSA_WITH_AES_256_CCM
        c0ae TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8
        c0af TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8
        cca8 TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
        cca9 TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        ccaa TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
        ccab TLS_PSK_WITH_CHACHA20_POLY1305_SHA256
        ccac TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256
        ccad TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256
        d001 TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256
        d002 TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384
        d003 TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256
        d005 TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256
        """;

    [Fact]
    public void Every_suite_has_its_registered_value_and_name()
    {
        Dictionary<ushort, string> registered = Registered.Split('\n')
            .Select(line => line.Split(' '))
            .ToDictionary(cells => Convert.ToUInt16(cells[0], 16), cells => cells[1]);
        Dictionary<ushort, string> named = Members().ToDictionary(suite => suite.Value.Value, suite => suite.Value.ToString());

        Assert.Equal(registered.OrderBy(pair => pair.Key), named.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Every_member_is_called_like_its_suite()
    {
        foreach ((string member, CipherSuite suite) in Members())
        {
            string expected = suite.ToString()["TLS_".Length..].Replace("_WITH_", "_", StringComparison.Ordinal)
                .Replace("PSK_DHE_", "DHE_PSK_", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
            Assert.Equal(expected, member.ToUpperInvariant());
        }
    }

    [Fact]
    public void Unknown_suites_show_their_value() => Assert.Equal("0x0A0A", new CipherSuite(0x0a0a).ToString());

    private static IEnumerable<(string Member, CipherSuite Value)> Members() =>
        typeof(CipherSuite).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(CipherSuite))
            .Select(field => (field.Name, (CipherSuite)field.GetValue(null)!));
}
