using System.Security.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>A private key that is here fails in the middle of a flight: the peer is told, the application learns the cause.</summary>
public sealed class SigningFailureTests
{
    [Theory]
    [InlineData(0x0304, Sender.Client)]
    [InlineData(0x0304, Sender.Server)]
    [InlineData(0x0303, Sender.Client)]
    [InlineData(0x0303, Sender.Server)]
    public void A_key_that_does_not_sign_ends_the_handshake(int version, Sender side)
    {
        ProtocolVersion[] versions = [new ProtocolVersion((ushort)version)];
        CertifiedKey failing = FailingKey.Identity();
        bool isClient = side == Sender.Client;
        using var pair = new EnginePair(
            Shake.Client with { Versions = versions, Identities = isClient ? [failing] : [] },
            Shake.Server with
            {
                Versions = versions,
                Identities = isClient ? Shake.Server.Identities : [new ServerIdentity(failing, [])],
                ClientAuthentication = isClient ? ClientAuthentication.Required : ClientAuthentication.None,
            });

        Shake.AssertEnded(pair, side, TlsReason.CannotSign, AlertDescription.InternalError);
        Assert.IsType<CryptographicException>((isClient ? pair.Client : pair.Server).Failure!.InnerException);
    }
}
