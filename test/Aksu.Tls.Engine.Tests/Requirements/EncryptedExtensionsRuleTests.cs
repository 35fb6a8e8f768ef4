using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3, §4.3.7: which extension stands in which message, and what some change.</summary>
public sealed class EncryptedExtensionsRuleTests
{
    [Fact]
    public void Groups_of_the_server_change_nothing()
    {
        ServerHandshakeOptions server = Shake.Server with
        {
            MessageRewriter = Rewriting.Of(
                HandshakeType.EncryptedExtensions, static message => Hello.With(message, new SupportedGroups([NamedGroup.X448]))),
        };
        using EnginePair pair = Shake.AndTalk(server: server);

        Assert.Equal(NamedGroup.X25519, pair.ClientEngine.Parameters!.Group);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_hello_has_no_extension_of_a_request_for_a_certificate(ushort version)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.ForbiddenExtension,
            AlertDescription.IllegalParameter,
            Shake.Client with
            {
                Versions = versions,
                MessageRewriter = Rewriting.Of(
                    HandshakeType.ClientHello, static message => Hello.WithFirst(message, Hello.Raw(ExtensionType.OidFilters, 0, 0))),
            },
            Shake.Server with { Versions = versions });
    }

    [Fact]
    public void A_request_for_a_certificate_has_no_extension_of_a_hello() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.ForbiddenExtension,
        AlertDescription.IllegalParameter,
        Shake.Client,
        Shake.Server with
        {
            ClientAuthentication = ClientAuthentication.Requested,
            MessageRewriter = Rewriting.Of(
                HandshakeType.CertificateRequest, static message => Hello.With(message, Hello.Raw(ExtensionType.KeyShare, 0, 0))),
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_certificate_of_a_chain_has_what_was_not_asked_for(int place)
    {
        ReadOnlyMemory<byte> certificate = Shake.Server.Identities[0].Key.Chain[0];
        var answer = ExtensionBlock.Of(Hello.Raw(ExtensionType.SignedCertificateTimestamp, 0, 3, 0, 1, 7));
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnsolicitedExtension,
            AlertDescription.UnsupportedExtension,
            Shake.Client,
            Shake.Server with
            {
                MessageRewriter = Rewriting.By(HandshakeType.Certificate, new Certificate13(default,
                [
                    new CertificateEntry(certificate, place == 0 ? answer : ExtensionBlock.Empty),
                    new CertificateEntry(certificate, place == 1 ? answer : ExtensionBlock.Empty),
                ])),
            });
    }

    [Fact]
    public void An_acknowledgement_of_the_name_has_nothing_in_it() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.TrailingBytes,
        AlertDescription.DecodeError,
        Shake.Client,
        Shake.Server with
        {
            MessageRewriter = Rewriting.Of(
                HandshakeType.EncryptedExtensions, static message => Hello.Replace(message, Hello.Raw(ExtensionType.ServerName, 0))),
        });
}
