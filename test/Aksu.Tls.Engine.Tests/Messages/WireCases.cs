using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>A sample of every message; those of the extensions are in <see cref="ExtensionWireCases"/>.</summary>
internal static class WireCases
{
    private const string Random = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    // RFC 8422 §5.4: named_curve, x25519; RFC 5246 §7.4.3: p, g, Ys.
    private const string EcdhParameters = "03 001d [04]d0d1d2d3";
    private const string DhParameters = "[0003]fffffb [0001]02 [0002]abcd";

    public static readonly WireCase[] Messages =
    [
        Case(
            "ClientHello",
            $"0303 {Random} [04]a0a1a2a3 [0004]1301c02b [01]00 |[000f] 000a[0004]0002001d 002b[0003]020304",
            body => ClientHello.Decode(body).Encode),
        Case("ServerHello", $"0303 {Random} [02]a0a1 1301 00 |[0006] 002b[0002]0304", body => ServerHello.Decode(body).Encode),
        Case("EncryptedExtensions", "[0009] 0000[0000] 000a[0001]77", body => EncryptedExtensions.Decode(body).Encode),
        Case("CertificateRequest13", "[02]c0c1 [0006] 000d[0002]0403", body => CertificateRequest13.Decode(body).Encode),
        Case(
            "Certificate13",
            "[00] [000013] [000003]303132 [0005]0005[0001]01 [000001]30 [0000]",
            body => Certificate13.Decode(body, 10).Encode),
        Case("RawPublicKey12", "[000003]303132", body => RawPublicKey12.Decode(body).Encode),
        Case("CertificateVerify", "0403 [0003]303132", body => CertificateVerify.Decode(body).Encode),
        Case("Finished", Random, body => Finished.Decode(body, 32).Encode),
        Case("Finished12", "000102030405060708090a0b", body => Finished.Decode(body, Finished.Tls12Length).Encode),
        Case(
            "NewSessionTicket13",
            "00015180 01020304 [01]00 [0003]717273 [0008] 002a[0004]00004000",
            body => NewSessionTicket13.Decode(body).Encode),
        Case("KeyUpdate", "01", body => KeyUpdate.Decode(body).Encode),
        Case("EndOfEarlyData", "", body => EndOfEarlyData.Decode(body).Encode),
        Case("HelloRequest", "", body => HelloRequest.Decode(body).Encode),
        Case("ServerHelloDone", "", body => ServerHelloDone.Decode(body).Encode),
        Case("Certificate12", "[00000a] [000003]303132 [000001]30", body => Certificate12.Decode(body, 10).Encode),
        Case("CertificateStatus12", "01 [000003]303132", body => CertificateStatus12.Decode(body).Encode),
        Case("NewSessionTicket12", "00015180 [0003]717273", body => NewSessionTicket12.Decode(body).Encode),
        Case(
            "CertificateRequest12",
            "[02]0140 [0004]04030804 [0008][0002]3000[0002]3001",
            body => CertificateRequest12.Decode(body, ProtocolVersion.Tls12).Encode),
        Case(
            "CertificateRequest of TLS 1.1",
            "[02]0140 [0008][0002]3000[0002]3001",
            body => CertificateRequest12.Decode(body, ProtocolVersion.Tls11).Encode),
        Case("CertificateVerify11", "[0003]303132", body => CertificateVerify11.Decode(body).Encode),
        Case(
            "ServerKeyExchangeEcdhe",
            $"{EcdhParameters} 0403 [0003]303132",
            body => ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls12).Encode),
        Case(
            "ServerKeyExchangeEcdhe of TLS 1.1",
            $"{EcdhParameters} [0003]303132",
            body => ServerKeyExchangeEcdhe.Decode(body, ProtocolVersion.Tls11).Encode),
        Case(
            "ServerKeyExchangeDhe",
            $"{DhParameters} 0804 [0003]303132",
            body => ServerKeyExchangeDhe.Decode(body, ProtocolVersion.Tls12).Encode),
        Case(
            "ServerKeyExchangeDhe of TLS 1.0",
            $"{DhParameters} [0003]303132",
            body => ServerKeyExchangeDhe.Decode(body, ProtocolVersion.Tls10).Encode),
        Case("ServerKeyExchangePsk", "[0004]68696e74", body => ServerKeyExchangePsk.Decode(body).Encode),

        // Its hint's length is not marked: one off, and another byte stands for the curve type, which is illegal rather than malformed.
        Case("ServerKeyExchangeEcdhePsk", $"000468696e74 {EcdhParameters}", body => ServerKeyExchangeEcdhePsk.Decode(body).Encode),
        Case("ServerKeyExchangeDhePsk", $"[0004]68696e74 {DhParameters}", body => ServerKeyExchangeDhePsk.Decode(body).Encode),
        Case("ClientKeyExchangeRsa", "[0003]e0e1e2", body => ClientKeyExchangeRsa.Decode(body).Encode),
        Case("ClientKeyExchangeEcdhe", "[03]e0e1e2", body => ClientKeyExchangeEcdhe.Decode(body).Encode),
        Case("ClientKeyExchangeDhe", "[0003]e0e1e2", body => ClientKeyExchangeDhe.Decode(body).Encode),
        Case("ClientKeyExchangePsk", "[0002]6964", body => ClientKeyExchangePsk.Decode(body).Encode),
        Case("ClientKeyExchangeEcdhePsk", "[0002]6964 [03]e0e1e2", body => ClientKeyExchangeEcdhePsk.Decode(body).Encode),
        Case("ClientKeyExchangeDhePsk", "[0002]6964 [0003]e0e1e2", body => ClientKeyExchangeDhePsk.Decode(body).Encode),
    ];

    public static IEnumerable<WireCase> All => Messages.Concat(ExtensionWireCases.Extensions);

    public static WireCase Case(string name, string hex, Func<ReadOnlyMemory<byte>, Action<WireWriter>> decode) =>
        new(name, WireSample.Parse(hex), decode);
}
