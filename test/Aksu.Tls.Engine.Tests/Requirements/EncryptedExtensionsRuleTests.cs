using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.3.7.</summary>
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
