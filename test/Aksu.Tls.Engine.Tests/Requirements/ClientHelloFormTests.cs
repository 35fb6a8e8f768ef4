using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>What a ClientHello must have and must not have (RFC 9846 §4.2.2, §4.3, §9.2).</summary>
public sealed class ClientHelloFormTests
{
    private static readonly ClientHandshakeOptions Plain = Shake.Client with { Grease = false };

    [Fact]
    public void Is_the_first_message_and_names_the_versions_in_its_extension()
    {
        using EnginePair pair = Shake.Hands(Plain);
        WireRecord first = WireRecord.Split(pair.Flights[0].Bytes)[0];
        ClientHello hello = Hello.Client(first.Fragment);

        Assert.Equal((Sender.Client, HandshakeType.ClientHello.Value), (pair.Flights[0].From, first.Fragment[0]));
        Assert.Equal(ProtocolVersion.Tls12, hello.LegacyVersion);
        Assert.Equal([0], hello.LegacyCompressionMethods.ToArray());
        Assert.Equal(
            [ProtocolVersion.Tls13, ProtocolVersion.Tls12],
            Body(hello, ExtensionType.SupportedVersions, SupportedVersionsOffer.Decode).Versions);
    }

    [Fact]
    public void Its_random_and_its_session_id_are_fresh()
    {
        ClientHello one = Of(Plain);
        ClientHello other = Of(Plain);

        Assert.NotEqual(one.Random.ToArray(), other.Random.ToArray());
        Assert.Equal(32, one.LegacySessionId.Length);
        Assert.NotEqual(one.LegacySessionId.ToArray(), other.LegacySessionId.ToArray());
        Assert.NotEqual(Shares(one)[0].KeyExchange.ToArray(), Shares(other)[0].KeyExchange.ToArray());
    }

    [Fact]
    public void Has_every_extension_that_a_handshake_with_certificates_needs()
    {
        ExtensionType[] needed =
        [
            ExtensionType.SupportedVersions, ExtensionType.SignatureAlgorithms, ExtensionType.SupportedGroups, ExtensionType.KeyShare,
            ExtensionType.ServerName,
        ];

        Assert.Empty(needed.Except(Types(Of(Plain))));
    }

    [Fact]
    public void A_pre_shared_key_comes_last_and_with_its_modes()
    {
        using var key = new ExternalKeys();
        foreach (bool grease in new[] { false, true })
        {
            ClientHello hello = Of(Plain with { PreSharedKeys = [key.Of()], Grease = grease });

            Assert.Equal(ExtensionType.PreSharedKey, hello.Extensions.Entries[^1].Type);
            Assert.Contains(ExtensionType.PskKeyExchangeModes, Types(hello));
        }
    }

    [Fact]
    public void Shares_stand_for_groups_in_their_order()
    {
        NamedGroup[] groups = [NamedGroup.Secp384r1, NamedGroup.X25519, NamedGroup.Secp256r1];
        ClientHello hello = Of(Plain with { Groups = groups, KeyShareGroups = [NamedGroup.Secp256r1, NamedGroup.Secp384r1] });

        Assert.Equal(groups, Body(hello, ExtensionType.SupportedGroups, SupportedGroups.Decode).Groups);
        Assert.Equal([NamedGroup.Secp384r1, NamedGroup.Secp256r1], Shares(hello).Select(share => share.Group));
    }

    [Fact]
    public void Schemes_with_sha1_come_last()
    {
        SignatureScheme[] schemes =
        [
            SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.EcdsaSha1, SignatureScheme.RsaPssRsaeSha256,
        ];
        ClientHello hello = Of(Plain with { SignatureSchemes = schemes, CertificateSignatureSchemes = schemes });

        SignatureScheme[] expected =
        [
            SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPkcs1Sha1, SignatureScheme.EcdsaSha1,
        ];
        Assert.Equal(expected, Body(hello, ExtensionType.SignatureAlgorithms, SignatureAlgorithms.Decode).Schemes);
        Assert.Equal(expected, Body(hello, ExtensionType.SignatureAlgorithmsCert, SignatureAlgorithmsCert.Decode).Schemes);
    }

    [Fact]
    public void Offers_nothing_that_only_an_answer_or_an_application_may_bring()
    {
        ExtensionType[] never =
        [
            ExtensionType.Cookie, ExtensionType.EarlyData, ExtensionType.ClientCertificateType, ExtensionType.ServerCertificateType,
            ExtensionType.MaxFragmentLength, new ExtensionType(4), // truncated_hmac
            ExtensionType.Heartbeat, new ExtensionType(17), // status_request_v2
        ];

        Assert.DoesNotContain(CipherSuite.FallbackScsv, Of(Plain).CipherSuites);
        Assert.Empty(never.Intersect(Types(Of(Plain))));
        Assert.Empty(never.Intersect(Types(Of(Plain with { Versions = [ProtocolVersion.Tls12] }))));
    }

    private static ClientHello Of(ClientHandshakeOptions options)
    {
        using var pair = new EnginePair(options, Shake.Server);
        pair.Client.Run();
        return Hello.Client(WireRecord.Split(pair.Client.TakeOutput())[0].Fragment);
    }

    private static IEnumerable<ExtensionType> Types(ClientHello hello) => hello.Extensions.Entries.Select(entry => entry.Type);

    private static KeyShareEntry[] Shares(ClientHello hello) => Body(hello, ExtensionType.KeyShare, KeyShareOffer.Decode).Entries;

    private static T Body<T>(ClientHello hello, ExtensionType type, Func<ReadOnlyMemory<byte>, T> decode)
    {
        Assert.True(hello.Extensions.TryFind(type, out ReadOnlyMemory<byte> body));
        return decode(body);
    }
}
