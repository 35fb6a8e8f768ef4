using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>The key exchange messages of TLS 1.2 and before.</summary>
public sealed class KeyExchange12Tests
{
    private const string EcdhHex = "03 001d 04 d0d1d2d3";
    private const string DhHex = "0003 fffffb 0001 02 0002 abcd";

    [Fact]
    public void The_signature_of_ECDHE_covers_the_parameters_as_they_were_received()
    {
        ServerKeyExchangeEcdhe message =
            ServerKeyExchangeEcdhe.Decode(WireSample.Hex(EcdhHex + "0403 0003 303132"), ProtocolVersion.Tls12);

        Assert.Equal(WireSample.Hex(EcdhHex), message.Parameters.Encoded.ToArray());
        Assert.Equal(NamedGroup.X25519, message.Parameters.Group);
        Assert.Equal([0xd0, 0xd1, 0xd2, 0xd3], message.Parameters.PublicKey.ToArray());
        Assert.Equal(SignatureScheme.EcdsaSecp256r1Sha256, message.Signature.Scheme);
        Assert.Equal([0x30, 0x31, 0x32], message.Signature.Signature.ToArray());
    }

    [Fact]
    public void The_signature_of_DHE_covers_the_parameters_as_they_were_received()
    {
        ServerKeyExchangeDhe message = ServerKeyExchangeDhe.Decode(WireSample.Hex(DhHex + "0804 0003 303132"), ProtocolVersion.Tls12);

        Assert.Equal(WireSample.Hex(DhHex), message.Parameters.Encoded.ToArray());
        Assert.Equal([0xff, 0xff, 0xfb], message.Parameters.Prime.ToArray());
        Assert.Equal([2], message.Parameters.Generator.ToArray());
        Assert.Equal([0xab, 0xcd], message.Parameters.PublicKey.ToArray());
    }

    [Fact]
    public void Parameters_that_are_built_have_the_same_bytes_as_those_that_are_read()
    {
        Assert.Equal(
            WireSample.Hex(EcdhHex),
            new ServerEcdhParameters(NamedGroup.X25519, WireSample.Hex("d0d1d2d3")).Encoded.ToArray());
        Assert.Equal(
            WireSample.Hex(DhHex),
            new ServerDhParameters(WireSample.Hex("fffffb"), WireSample.Hex("02"), WireSample.Hex("abcd")).Encoded.ToArray());
    }

    [Fact]
    public void Parameters_after_an_identity_hint_begin_after_the_hint()
    {
        byte[] ecdhe = WireSample.Hex("0004 68696e74" + EcdhHex);
        byte[] dhe = WireSample.Hex("0004 68696e74" + DhHex);

        Assert.Equal(WireSample.Hex(EcdhHex), ServerKeyExchangeEcdhePsk.Decode(ecdhe).Parameters.Encoded.ToArray());
        Assert.Equal(WireSample.Hex(DhHex), ServerKeyExchangeDhePsk.Decode(dhe).Parameters.Encoded.ToArray());
        Assert.Equal("hint"u8.ToArray(), ServerKeyExchangeDhePsk.Decode(dhe).IdentityHint.ToArray());
    }

    [Theory]
    [InlineData("01")]
    [InlineData("02")]
    [InlineData("00")]
    [InlineData("04")]
    public void Explicit_and_unknown_curve_types_are_illegal(string curveType)
    {
        byte[] body = WireSample.Hex(curveType + "001d 04 d0d1d2d3 0403 0003 303132");
        Refused.AsIllegal(() => ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls12));
    }

    [Fact]
    public void Before_TLS_1_2_a_signature_names_no_scheme()
    {
        byte[] body = WireSample.Hex(EcdhHex + "0003 303132");

        Assert.Null(ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls11).Signature.Scheme);
        Assert.Null(ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls10).Signature.Scheme);
        Refused.AsMalformed(() => ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls12));
    }

    [Fact]
    public void Before_TLS_1_2_a_CertificateRequest_has_no_schemes()
    {
        byte[] body = WireSample.Hex("01 40 0000");

        Assert.Null(CertificateRequest12.Decode(body, ProtocolVersion.Tls11).Schemes);
        Refused.AsMalformed(() => CertificateRequest12.Decode(body, ProtocolVersion.Tls12));
    }

    [Fact]
    public void A_CertificateRequest_lists_types_schemes_and_authorities()
    {
        CertificateRequest12 request =
            CertificateRequest12.Decode(WireSample.Hex("02 01 40 0002 0403 0004 0002 3000"), ProtocolVersion.Tls12);

        Assert.Equal([ClientCertificateType.RsaSign, ClientCertificateType.EcdsaSign], request.CertificateTypes);
        Assert.Equal([SignatureScheme.EcdsaSecp256r1Sha256], request.Schemes!);
        Assert.Equal([0x30, 0x00], Assert.Single(request.Authorities).ToArray());
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0000 00")]
    public void An_empty_public_value_is_malformed(string hex)
    {
        Refused.AsMalformed(() => ClientKeyExchangeEcdhe.Decode(WireSample.Hex(hex)));
        Refused.AsMalformed(() => ClientKeyExchangeDhe.Decode(WireSample.Hex(hex)));
        Refused.AsMalformed(() => ClientKeyExchangeEcdhePsk.Decode(WireSample.Hex("0002 6964" + hex)));
        Refused.AsMalformed(() => ClientKeyExchangeDhePsk.Decode(WireSample.Hex("0002 6964" + hex)));
    }

    [Theory]
    [InlineData("0000 0001 02 0001 03")]
    [InlineData("0001 17 0000 0001 03")]
    [InlineData("0001 17 0001 02 0000")]
    public void An_empty_number_of_DHE_is_malformed(string parameters) =>
        Refused.With(
            AlertDescription.DecodeError,
            TlsReason.LengthOutOfRange,
            () => ServerKeyExchangeDhe.Decode(WireSample.Hex(parameters + "0403 0000"), ProtocolVersion.Tls12));

    [Fact]
    public void The_hint_of_ECDHE_PSK_moves_the_parameters_with_its_length() =>
        Refused.AsIllegal(() => ServerKeyExchangeEcdhePsk.Decode(WireSample.Hex("0003 68696e74" + EcdhHex)));
}
