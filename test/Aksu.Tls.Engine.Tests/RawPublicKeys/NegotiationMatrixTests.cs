using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.RawPublicKeys;

/// <summary>
/// Every pair of what one side has and the other takes (RFC 7250 §4). The letters are types in order of preference: x for X.509, r for a
/// raw public key.
/// </summary>
public sealed class NegotiationMatrixTests
{
    private static readonly ushort[] Versions = [0x0304, 0x0303];
    private static readonly string[] Preferences = ["x", "r", "xr", "rx"];

    public static TheoryData<ushort, string, string> Servers()
    {
        var cases = new TheoryData<ushort, string, string>();
        foreach (ushort version in Versions)
        {
            foreach (string has in Preferences)
            {
                foreach (string takes in Preferences)
                {
                    cases.Add(version, has, takes);
                }
            }
        }

        return cases;
    }

    public static TheoryData<ushort, string, string, bool> Clients()
    {
        var cases = new TheoryData<ushort, string, string, bool>();
        foreach (ushort version in Versions)
        {
            foreach (string has in (string[])["", .. Preferences])
            {
                foreach (string takes in Preferences)
                {
                    cases.Add(version, has, takes, true);
                    cases.Add(version, has, takes, false);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public void A_server_presents_the_first_type_of_the_client_s_that_it_has(ushort version, string has, string takes)
    {
        ClientHandshakeOptions client = RawKeys.Client(version, takes);
        ServerHandshakeOptions server = RawKeys.Server(version, has);
        if (takes.FirstOrDefault(has.Contains) is var expected && expected == default)
        {
            // A client that takes certificates alone says nothing, and a server that has none finds that out in the same way.
            Shake.AssertRefused(
                Sender.Server, TlsReason.NoCommonCertificateType, AlertDescription.UnsupportedCertificate, client, server);
            return;
        }

        using EnginePair pair = Shake.AndTalk(client, server);

        CertificateType type = RawKeys.Types(expected.ToString())[0];
        Assert.Equal(type, pair.ClientEngine.Parameters!.PeerCertificateType);
        Assert.Equal(type, pair.ServerEngine.Parameters!.LocalCertificateType);
        var request = (PeerCertificatesRequest)Assert.Single(pair.Client.Requests);
        Assert.Equal(type, request.CertificateType);
        CertifiedKey presented = server.Identities[has.IndexOf(expected, StringComparison.Ordinal)].Key;
        Assert.Equal(presented.Chain, request.Certificates, Same.Bytes);
        Assert.Equal(presented.Chain, pair.ClientEngine.Parameters.PeerCertificates, Same.Bytes);
        Assert.Equal(presented.Chain, pair.ServerEngine.Parameters.LocalCertificates, Same.Bytes);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_client_presents_the_first_of_its_types_that_the_server_takes(ushort version, string has, string takes, bool isRequired)
    {
        ClientHandshakeOptions client = RawKeys.Client(version, takes: "x", has);
        ServerHandshakeOptions server = RawKeys.Server(version, has: "x", takes) with
        {
            ClientAuthentication = isRequired ? ClientAuthentication.Required : ClientAuthentication.Requested,
        };

        // A client without any key is asked for a certificate, and has none.
        char expected = (has.Length == 0 ? "x" : has).FirstOrDefault(takes.Contains);
        if (isRequired && expected == default)
        {
            Shake.AssertRefused(
                Sender.Server, TlsReason.NoCommonCertificateType, AlertDescription.UnsupportedCertificate, client, server);
            return;
        }

        using var pair = new EnginePair(client, server);
        pair.Pump();
        if (isRequired && has.Length == 0)
        {
            Assert.Equal(TlsReason.CertificateRequired, pair.Server.Failure!.Reason);
            return;
        }

        Shake.Talk(pair);
        if (has.Length == 0 || expected == default)
        {
            Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
            return;
        }

        CertifiedKey presented = client.Identities[has.IndexOf(expected, StringComparison.Ordinal)];
        Assert.Equal(presented.CertificateType, pair.ServerEngine.Parameters!.PeerCertificateType);
        Assert.Equal(presented.CertificateType, pair.ClientEngine.Parameters!.LocalCertificateType);
        Assert.Equal(presented.Chain, pair.ServerEngine.Parameters.PeerCertificates, Same.Bytes);
        var request = (PeerCertificatesRequest)Assert.Single(pair.Server.Requests);
        Assert.Equal(presented.CertificateType, request.CertificateType);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void Both_sides_show_raw_keys(ushort version)
    {
        using EnginePair pair = Shake.AndTalk(
            RawKeys.Client(version, takes: "r", has: "r"),
            RawKeys.Server(version, has: "r", takes: "r") with { ClientAuthentication = ClientAuthentication.Required });

        Assert.Equal(CertificateType.RawPublicKey, pair.ClientEngine.Parameters!.PeerCertificateType);
        Assert.Equal(CertificateType.RawPublicKey, pair.ServerEngine.Parameters!.PeerCertificateType);
    }

    [Fact]
    public void Nothing_is_said_where_certificates_alone_are_meant()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Observer = events, Identities = RawKeys.Keys("x") },
            Shake.Server with { ClientAuthentication = ClientAuthentication.Required });

        ExtensionBlock hello = Hello.Extensions(events.Last(Diagnostics.TlsDirection.Sent, HandshakeType.ClientHello));
        Assert.False(hello.Contains(ExtensionType.ServerCertificateType));
        Assert.False(hello.Contains(ExtensionType.ClientCertificateType));
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_server_that_does_not_ask_says_nothing_about_the_client_s_type(ushort version)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            RawKeys.Client(version, takes: "rx", has: "rx") with { Observer = events }, RawKeys.Server(version, has: "r", takes: "rx"));

        HandshakeType type = version == 0x0304 ? HandshakeType.EncryptedExtensions : HandshakeType.ServerHello;
        byte[] message = events.Last(Diagnostics.TlsDirection.Received, type);
        ExtensionBlock answers = version == 0x0304
            ? EncryptedExtensions.Decode(message.AsMemory(HandshakeMessage.HeaderLength)).Extensions
            : Hello.Server(message).Extensions;
        Assert.True(answers.Contains(ExtensionType.ServerCertificateType));
        Assert.False(answers.Contains(ExtensionType.ClientCertificateType));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("rxr")]
    public void Types_are_checked_when_they_are_set(string letters) =>
        Assert.Throws<ArgumentException>(() => Shake.Client with { PeerCertificateTypes = RawKeys.Types(letters) });

    [Fact]
    public void A_type_that_nobody_knows_is_refused_when_it_is_set() =>
        Assert.Throws<ArgumentException>(() => Shake.Client with { PeerCertificateTypes = [new CertificateType(1)] });
}
