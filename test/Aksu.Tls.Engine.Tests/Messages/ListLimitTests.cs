using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Each list at its bound and one past it.</summary>
public sealed class ListLimitTests
{
    private static readonly ReadOnlyMemory<byte> Byte = new byte[] { 1 };

    [Fact]
    public void Takes_4096_cipher_suites_and_refuses_4097()
    {
        Expect(ListLimits.CipherSuites, 4096, Encode, bytes => ClientHello.Decode(bytes).CipherSuites.Length);

        static byte[] Encode(int count)
        {
            CipherSuite[] suites = [.. Numbers(count).Select(i => new CipherSuite(i))];
            return WireCase.Encoded(
                new ClientHello(ProtocolVersion.Tls12, new byte[32], default, suites, Byte, ExtensionBlock.Empty).Encode);
        }
    }

    [Fact]
    public void Takes_128_groups_and_refuses_129() => Expect(
        ListLimits.Groups,
        128,
        count => WireCase.Encoded(new SupportedGroups([.. Numbers(count).Select(i => new NamedGroup(i))]).Encode),
        bytes => SupportedGroups.Decode(bytes).Groups.Length);

    [Fact]
    public void Takes_128_signature_schemes_and_refuses_129()
    {
        Expect(ListLimits.SignatureSchemes, 128, Encode, bytes => SignatureAlgorithms.Decode(bytes).Schemes.Length);
        Expect(ListLimits.SignatureSchemes, 128, Encode, bytes => SignatureAlgorithmsCert.Decode(bytes).Schemes.Length);
        Expect(
            ListLimits.SignatureSchemes,
            128,
            count => WireCase.Encoded(new CertificateRequest12([ClientCertificateType.RsaSign], Schemes(count), []).Encode),
            bytes => CertificateRequest12.Decode(bytes, ProtocolVersion.Tls12).Schemes!.Length);

        static SignatureScheme[] Schemes(int count) => [.. Numbers(count).Select(i => new SignatureScheme(i))];
        static byte[] Encode(int count) => WireCase.Encoded(new SignatureAlgorithms(Schemes(count)).Encode);
    }

    [Fact]
    public void Takes_64_key_shares_and_refuses_65() => Expect(
        ListLimits.KeyShares,
        64,
        count => WireCase.Encoded(new KeyShareOffer([.. Numbers(count).Select(i => new KeyShareEntry(new NamedGroup(i), Byte))]).Encode),
        bytes => KeyShareOffer.Decode(bytes).Entries.Length);

    [Fact]
    public void Takes_128_application_protocols_and_refuses_129() => Expect(
        ListLimits.ApplicationProtocols,
        128,
        count => WireCase.Encoded(new ApplicationProtocols(Bytes(count)).Encode),
        bytes => ApplicationProtocols.Decode(bytes).Names.Length);

    [Fact]
    public void Takes_1024_certificate_authorities_and_refuses_1025()
    {
        Expect(
            ListLimits.CertificateAuthorities,
            1024,
            count => WireCase.Encoded(new CertificateAuthorities(Bytes(count)).Encode),
            bytes => CertificateAuthorities.Decode(bytes).DistinguishedNames.Length);
        Expect(
            ListLimits.CertificateAuthorities,
            1024,
            count => WireCase.Encoded(new CertificateRequest12([ClientCertificateType.RsaSign], null, Bytes(count)).Encode),
            bytes => CertificateRequest12.Decode(bytes, ProtocolVersion.Tls11).Authorities.Length);
    }

    [Fact]
    public void Takes_64_oid_filters_and_refuses_65() => Expect(
        ListLimits.OidFilters,
        64,
        count => WireCase.Encoded(new OidFilters([.. Numbers(count).Select(i => new OidFilter(new[] { (byte)i }, default))]).Encode),
        bytes => OidFilters.Decode(bytes).Filters.Length);

    [Fact]
    public void Takes_64_OCSP_responders_and_refuses_65() => Expect(
        ListLimits.OcspResponders,
        64,
        count => WireCase.Encoded(new StatusRequestOffer(CertificateStatus.OcspType, Bytes(count), default).Encode),
        bytes => StatusRequestOffer.Decode(bytes).ResponderIds.Length);

    [Fact]
    public void Takes_64_signed_certificate_timestamps_and_refuses_65() => Expect(
        ListLimits.SignedCertificateTimestamps,
        64,
        count => WireCase.Encoded(new SignedCertificateTimestamps(Bytes(count)).Encode),
        bytes => SignedCertificateTimestamps.Decode(bytes).Timestamps.Length);

    [Fact]
    public void Takes_127_versions_which_is_all_that_fit_and_refuses_a_length_of_255()
    {
        byte[] full = WireCase.Encoded(new SupportedVersionsOffer([.. Numbers(127).Select(i => new ProtocolVersion(i))]).Encode);
        Assert.Equal(127, SupportedVersionsOffer.Decode(full).Versions.Length);
        Refused.AsMalformed(() => SupportedVersionsOffer.Decode((byte[])[255, .. new byte[255]]));
    }

    [Fact]
    public void Takes_255_psk_modes_which_is_all_that_fit() =>
        Assert.Equal(255, PskKeyExchangeModes.Decode((byte[])[255, .. new byte[255]]).Modes.Length);

    private static void Expect(int limit, int documented, Func<int, byte[]> encode, Func<byte[], int> decode)
    {
        Assert.Equal(documented, limit);
        Assert.Equal(limit, decode(encode(limit)));
        Refused.With(AlertDescription.DecodeError, TlsReason.TooManyEntries, () => decode(encode(limit + 1)));
    }

    private static IEnumerable<ushort> Numbers(int count) => Enumerable.Range(1, count).Select(i => (ushort)i);

    private static ReadOnlyMemory<byte>[] Bytes(int count) => [.. Enumerable.Repeat(Byte, count)];
}
