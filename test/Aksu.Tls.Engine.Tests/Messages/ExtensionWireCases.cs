using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;
using static Aksu.Tls.Engine.Tests.Messages.WireCases;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>A sample of every form of every extension whose body has a structure of its own.</summary>
internal static class ExtensionWireCases
{
    private const string Binder = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    public static readonly WireCase[] Extensions =
    [
        Case("ServerNameOffer", "[000b] 00 [0008]612e62632e646566", DecodeName),
        Case("ServerNameAcknowledgement", "", body => ServerNameAcknowledgement.Decode(body).Encode),
        Case("SupportedVersionsOffer", "[04]03040303", body => SupportedVersionsOffer.Decode(body).Encode),
        Case("SupportedVersionsChoice", "0304", body => SupportedVersionsChoice.Decode(body).Encode),
        Case("SupportedGroups", "[0004]001d0017", body => SupportedGroups.Decode(body).Encode),
        Case("SignatureAlgorithms", "[0004]04030804", body => SignatureAlgorithms.Decode(body).Encode),
        Case("SignatureAlgorithmsCert", "[0004]04030401", body => SignatureAlgorithmsCert.Decode(body).Encode),
        Case("KeyShareOffer", "[000d] 001d[0003]e0e1e2 0017[0002]e3e4", body => KeyShareOffer.Decode(body).Encode),
        Case("KeyShareChoice", "001d[0003]e0e1e2", body => KeyShareChoice.Decode(body).Encode),
        Case("KeyShareRetry", "0017", body => KeyShareRetry.Decode(body).Encode),
        Case("PskKeyExchangeModes", "[02]0100", body => PskKeyExchangeModes.Decode(body).Encode),
        Case(
            "PreSharedKeyOffer",
            $"[000f] [0002]7172 01020304 [0001]73 00000000 [0042] [20]{Binder} [20]{Binder}",
            body => PreSharedKeyOffer.Decode(body).Encode),
        Case("PreSharedKeyChoice", "0001", body => PreSharedKeyChoice.Decode(body).Encode),
        Case("Cookie", "[0003]c0c1c2", body => Cookie.Decode(body).Encode),
        Case("EarlyDataIndication", "", body => EarlyDataIndication.Decode(body).Encode),
        Case("EarlyDataLimit", "00004000", body => EarlyDataLimit.Decode(body).Encode),
        Case("ApplicationProtocols", "[000c] [02]6832 [08]687474702f312e31", body => ApplicationProtocols.Decode(body).Encode),
        Case("ApplicationProtocolChoice", "[0003] [02]6832", body => ApplicationProtocolChoice.Decode(body).Encode),
        Case("CertificateAuthorities", "[0009] [0002]3000 [0003]300131", body => CertificateAuthorities.Decode(body).Encode),
        Case("OidFilters", "[000f] [03]551d0f [0004]030204f0 [02]5501 [0000]", body => OidFilters.Decode(body).Encode),
        Case("PostHandshakeAuth", "", body => PostHandshakeAuth.Decode(body).Encode),
        Case("RecordSizeLimit", "4001", body => RecordSizeLimit.Decode(body).Encode),
        Case("MaxFragmentLength", "02", body => MaxFragmentLength.Decode(body).Encode),
        Case("StatusRequestOffer", "01 [0007] [0002]a101 [0001]a2 [0002]3000", body => StatusRequestOffer.Decode(body).Encode),
        Case("StatusRequestIndication", "", body => StatusRequestIndication.Decode(body).Encode),
        Case("CertificateStatus", "01 [000003]303132", body => CertificateStatus.Decode(body).Encode),
        Case("SignedCertificateTimestampRequest", "", body => SignedCertificateTimestampRequest.Decode(body).Encode),
        Case("SignedCertificateTimestamps", "[0007] [0002]0001 [0001]00", body => SignedCertificateTimestamps.Decode(body).Encode),
        Case(
            "ClientCertificateTypesOffer",
            "[02]0200",
            body => CertificateTypesOffer.Decode(ExtensionType.ClientCertificateType, body).Encode),
        Case(
            "ServerCertificateTypesOffer",
            "[02]0200",
            body => CertificateTypesOffer.Decode(ExtensionType.ServerCertificateType, body).Encode),
        Case("CertificateTypeChoice", "02", body => CertificateTypeChoice.Decode(ExtensionType.ServerCertificateType, body).Encode),
        Case("RenegotiationInfo", "[03]010203", body => RenegotiationInfo.Decode(body).Encode),
        Case("EncryptThenMac", "", body => EncryptThenMac.Decode(body).Encode),
        Case("ExtendedMainSecret", "", body => ExtendedMainSecret.Decode(body).Encode),
        Case("EcPointFormats", "[03]010200", body => EcPointFormats.Decode(body).Encode),
    ];

    /// <summary>An address counts as no name (RFC 6066 §3): it is decoded to nothing that could be encoded.</summary>
    private static Action<WireWriter> DecodeName(ReadOnlyMemory<byte> body) =>
        ServerNameOffer.Decode(body) is { HostName: not null } offer ? offer.Encode : throw Fault.InvalidValue("server_name");
}
