using System.Numerics;
using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// Pre-master secrets that are wrong in every way, under RSA key transport (the attacks of Bleichenbacher and of Klíma, Pokorný and Rosa):
/// what goes over the wire afterwards is the same, byte for byte, and the same as for a client that has a right one and forgot it.
/// </summary>
public sealed class PreMasterOracleTests
{
    private static readonly CipherSuite Suite = CipherSuite.RsaAes128GcmSha256;

    public static TheoryData<ushort, ushort> Suites => new()
    {
        { 0x009c, 0x0303 },
        { 0x002f, 0x0303 },
        { 0x002f, 0x0302 },
        { 0x002f, 0x0301 },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_fault_looks_the_same(ushort suiteValue, ushort versionValue)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        (byte[] modulus, byte[] exponent) = PublicKey();
        var seen = new Dictionary<string, string>();
        foreach ((string name, byte[] ciphertext) in Faults(modulus, exponent, version.Value))
        {
            seen.Add(name, Outcome(suite, version, ciphertext));
        }

        Assert.Single(seen.Values.Distinct());
        Assert.True(seen.Count > 15);
    }

    [Fact]
    public void A_right_secret_opens_the_connection()
    {
        // So that the test above is not about a path that refuses everything.
        using EnginePair pair = Shake.AndTalk(Client(Suite, ProtocolVersion.Tls12), Server(Suite, ProtocolVersion.Tls12));
        Assert.True(pair.IsEstablished);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x03ff)]
    public void The_version_inside_is_that_of_the_hello(ushort version)
    {
        // A client that names a higher version in its hello has that version in its secret.
        using var pair = new EnginePair(
            Client(Suite, ProtocolVersion.Tls12) with
            {
                MessageRewriter = Rewriting.ClientHello(hello => hello with { LegacyVersion = new ProtocolVersion(version) }),
            },
            Server(Suite, ProtocolVersion.Tls12));
        pair.Pump();
        Shake.AssertFailed(pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    [Fact]
    public void A_client_of_several_versions_names_the_highest_in_its_secret()
    {
        using EnginePair pair = Shake.AndTalk(
            Client(CipherSuite.RsaAes128CbcSha, ProtocolVersion.Tls12) with
            {
                Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11],
                DangerousLegacyVersions = true,
            },
            Server(CipherSuite.RsaAes128CbcSha, ProtocolVersion.Tls11));
        Assert.Equal(ProtocolVersion.Tls11, pair.ClientEngine.Parameters!.Version);
    }

    private static string Outcome(CipherSuite suite, ProtocolVersion version, byte[] ciphertext)
    {
        // The client goes on with a secret of its own, which the server cannot have.
        using var pair = new EnginePair(
            Client(suite, version) with
            {
                MessageRewriter = Rewriting.By(HandshakeType.ClientKeyExchange, new ClientKeyExchangeRsa(ciphertext)),
            },
            Server(suite, version));
        pair.Pump();
        Shake.AssertFailed(pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
        IEnumerable<string> ofServer = pair.Flights
            .Where(flight => flight.From == Sender.Server)
            .Select(flight => Convert.ToHexString(flight.Bytes));
        return string.Join(' ', ofServer) + pair.Server.Failure!.Message;
    }

    private static IEnumerable<(string Name, byte[] Ciphertext)> Faults(byte[] modulus, byte[] exponent, ushort version)
    {
        byte[] secret = [(byte)(version >> 8), (byte)version, .. Enumerable.Range(1, 46).Select(i => (byte)i)];
        int size = modulus.Length;
        byte[] Padded(byte[] message) => [0, 2, .. Enumerable.Repeat((byte)0xaa, size - 3 - message.Length), 0, .. message];
        byte[] Encrypted(byte[] block) => Raise(block, modulus, exponent);
        byte[] Changed(int at, byte value)
        {
            byte[] block = Padded(secret);
            block[at] = value;
            return Encrypted(block);
        }

        yield return ("another secret, all right", Encrypted(Padded(secret)));
        yield return ("first byte not zero", Changed(0, 1));
        yield return ("block type 1", Changed(1, 1));
        yield return ("block type 0", Changed(1, 0));
        yield return ("a zero at once", Changed(2, 0));
        yield return ("a zero in the first eight", Changed(9, 0));
        yield return ("a zero in the middle", Changed(100, 0));
        yield return ("no zero before the secret", Changed(size - 49, 1));
        yield return ("no zero at all", Encrypted([0, 2, .. Enumerable.Repeat((byte)0xaa, size - 2)]));
        yield return ("an older version", Encrypted(Padded([3, (byte)(version - 1), .. secret[2..]])));
        yield return ("a newer version", Encrypted(Padded([3, (byte)(version + 1), .. secret[2..]])));
        yield return ("another major version", Encrypted(Padded([2, (byte)version, .. secret[2..]])));
        yield return ("one byte short", Encrypted(Padded(secret[..^1])));
        yield return ("one byte long", Encrypted(Padded([.. secret, 1])));
        yield return ("an empty secret", Encrypted(Padded([])));
        yield return ("a secret of zeros", Encrypted(Padded(new byte[48])));
        yield return ("a block of zeros", new byte[size]);
        yield return ("a block of one", Encrypted([.. new byte[size - 1], 1]));
        yield return ("the modulus", modulus);
        yield return ("over the modulus", [.. Enumerable.Repeat((byte)0xff, size)]);
        yield return ("a short ciphertext", Encrypted(Padded(secret))[..^1]);
        yield return ("a long ciphertext", [0, .. Encrypted(Padded(secret))]);
        yield return ("an empty ciphertext", []);
        yield return ("one byte", [1]);
    }

    private static byte[] Raise(byte[] block, byte[] modulus, byte[] exponent)
    {
        BigInteger raised = BigInteger.ModPow(Number(block), Number(exponent), Number(modulus));
        byte[] bytes = raised.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[modulus.Length - bytes.Length], .. bytes];
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static (byte[] Modulus, byte[] Exponent) PublicKey()
    {
        using SigningKey key = TestKeys.Signing(KeyKind.Rsa);
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.SubjectPublicKeyInfo.Span, out _);
        RSAParameters parameters = rsa.ExportParameters(false);
        return (parameters.Modulus!, parameters.Exponent!);
    }

    private static ClientHandshakeOptions Client(CipherSuite suite, ProtocolVersion version) =>
        Older.ClientFor(suite, version) with { Cryptography = new DeterministicCryptographyProvider("client") };

    private static ServerHandshakeOptions Server(CipherSuite suite, ProtocolVersion version) =>
        Older.ServerFor(suite, version) with
        {
            Cryptography = new DeterministicCryptographyProvider("server"),
            Identities = [TestIdentity.Server(KeyKind.Rsa)],
        };
}
