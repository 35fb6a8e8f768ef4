using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.5, §4.4.2, §4.5.1.1: what a client makes of extensions in requests, and a server of those in hellos.</summary>
public sealed class CertificateRequestRuleTests
{
    private static readonly ExtensionType StatusRequestV2 = new(17);

    private static readonly ClientHandshakeOptions Client = Shake.Client with { Identities = [TestIdentity.Of(KeyKind.EcP384)] };

    private static readonly ServerHandshakeOptions Server = Shake.Server with { ClientAuthentication = ClientAuthentication.Required };

    [Fact]
    public void Filters_that_nobody_knows_are_passed_over() =>
        AssertServed(new OidFilters([new OidFilter(new byte[] { 0x2a, 0x03 }, new byte[] { 0x30, 0 })]));

    [Fact]
    public void Extensions_that_nobody_knows_are_passed_over() => AssertServed(Hello.Raw(new ExtensionType(0x7a7b), 1, 2, 3));

    [Fact]
    public void One_without_schemes_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.MissingExtension,
        AlertDescription.MissingExtension,
        Client,
        Asking(static message => new CertificateRequest13(default, ExtensionBlock.Empty)));

    [Fact]
    public void The_second_version_of_status_request_is_passed_over()
    {
        var events = new CollectedEvents();
        ClientHandshakeOptions client = Shake.Client with
        {
            Observer = events,
            MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message => Hello.With(message, Hello.Raw(StatusRequestV2, 0, 0))),
        };
        CertifiedKey key = TestIdentity.Of(KeyKind.EcP256) with { OcspResponse = new byte[] { 1, 2, 3 } };
        using EnginePair pair = Shake.AndTalk(client, Shake.Server with { Identities = [new ServerIdentity(key, [])] });

        byte[] encrypted = events.Last(TlsDirection.Received, HandshakeType.EncryptedExtensions);
        byte[] certificate = events.Last(TlsDirection.Received, HandshakeType.Certificate);
        Assert.False(EncryptedExtensions.Decode(encrypted.AsMemory(4)).Extensions.Contains(StatusRequestV2));
        Assert.False(Certificate13.Decode(certificate.AsMemory(4), 10).Entries[0].Extensions.Contains(StatusRequestV2));
    }

    private static void AssertServed(IExtensionBody more)
    {
        using EnginePair pair = Shake.AndTalk(
            Client,
            Asking(message => new CertificateRequest13(
                default, ExtensionBlock.Of(new SignatureAlgorithms([.. DefaultParameters.SignatureSchemes]), more))));

        Assert.NotEmpty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    private static ServerHandshakeOptions Asking(Func<byte[], CertificateRequest13> request) => Server with
    {
        MessageRewriter = Rewriting.Of(HandshakeType.CertificateRequest, message => Hello.Encode(request(message))),
    };
}
