using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.RawPublicKeys;

/// <summary>What tests of raw public keys begin with.</summary>
internal static class RawKeys
{
    public static CertifiedKey Raw(KeyKind kind = KeyKind.EcP256, int number = 0) =>
        CertifiedKey.RawPublicKey(TestKeys.Signing(kind, number, provider: null));

    public static ServerIdentity Server(KeyKind kind = KeyKind.EcP256) => new(Raw(kind), []);

    /// <summary>Types by their first letters: <c>x</c> for X.509, <c>r</c> for a raw public key.</summary>
    public static CertificateType[] Types(string letters) =>
        [.. letters.Select(letter => letter == 'r' ? CertificateType.RawPublicKey : CertificateType.X509)];

    /// <summary>One key of each type, in the order of the letters.</summary>
    public static CertifiedKey[] Keys(string letters) =>
        [.. letters.Select(letter => letter == 'r' ? Raw() : TestIdentity.Of(KeyKind.EcP256))];

    /// <summary>A client of one version that takes these types from a server and has keys of those.</summary>
    public static ClientHandshakeOptions Client(ushort version, string takes, string has = "") => Shake.Client with
    {
        Versions = [new ProtocolVersion(version)],
        PeerCertificateTypes = Types(takes),
        Identities = Keys(has),
    };

    /// <summary>A server of one version that has keys of these types and takes those from a client.</summary>
    public static ServerHandshakeOptions Server(ushort version, string has, string takes = "x") => new()
    {
        Versions = [new ProtocolVersion(version)],
        Identities = [.. Keys(has).Select(static key => new ServerIdentity(key, []))],
        PeerCertificateTypes = Types(takes),
    };
}
