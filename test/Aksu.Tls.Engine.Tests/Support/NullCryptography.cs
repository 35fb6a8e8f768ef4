using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Options without any cryptography: a test can play the peer by writing records by hand.</summary>
internal static class NullCryptography
{
    public static NullCryptographyProvider Provider { get; } = new();

    public static CertifiedKey Identity { get; } = TestIdentity.Of(KeyKind.EcP256, provider: Provider);

    public static CertifiedKey RemoteIdentity { get; } = CertifiedKey.WithRemoteKey(Identity.Chain, Provider);

    public static ClientHandshakeOptions Client { get; } = new() { ServerName = Shake.Name, Cryptography = Provider };

    public static ServerHandshakeOptions Server { get; } = new()
    {
        Identities = [new ServerIdentity(Identity, [])],
        Cryptography = Provider,
    };
}
