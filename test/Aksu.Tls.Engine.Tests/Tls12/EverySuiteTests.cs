using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

public class EverySuiteTests
{
    public static TheoryData<ushort, ushort> Cases()
    {
        var cases = new TheoryData<ushort, ushort>();
        foreach (CipherSuite suite in Older.Suites)
        {
            cases.Add(suite.Value, ProtocolVersion.Tls12.Value);
            if (SuiteTable.Find(suite)!.Cipher is BulkCipher.Aes128CbcSha or BulkCipher.Aes256CbcSha)
            {
                cases.Add(suite.Value, ProtocolVersion.Tls11.Value);
                cases.Add(suite.Value, ProtocolVersion.Tls10.Value);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_handshake_and_data_both_ways(ushort suiteValue, ushort versionValue)
    {
        var suite = new CipherSuite(suiteValue);
        var version = new ProtocolVersion(versionValue);
        using EnginePair pair = Shake.AndTalk(Older.ClientFor(suite, version), Older.ServerFor(suite, version));
        foreach (EngineEnd end in new[] { pair.Client, pair.Server })
        {
            TlsConnectionParameters parameters = end.Engine.Parameters!;
            Assert.Equal((version, suite), (parameters.Version, parameters.CipherSuite));
            Assert.True(parameters.ExtendedMainSecret);
            Assert.False(parameters.IsResumed);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Records_of_every_fill(ushort suiteValue, ushort versionValue)
    {
        var suite = new CipherSuite(suiteValue);
        var version = new ProtocolVersion(versionValue);
        using EnginePair pair = Shake.Hands(Older.ClientFor(suite, version), Older.ServerFor(suite, version));
        byte[] data = new byte[40_000];
        new Random(1).NextBytes(data);
        pair.Client.Send(data);
        for (int length = 0; length < 70; length++)
        {
            pair.Client.Send(data.AsSpan(0, length));
        }

        pair.Pump();
        Assert.Null(pair.Server.Failure);
        byte[] expected = [.. data, .. Enumerable.Range(0, 70).SelectMany(length => data[..length])];
        Assert.Equal(expected, pair.Server.ReceivedData);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Without_encrypt_then_mac_where_a_side_lacks_it(bool clientHas, bool serverHas)
    {
        foreach (CipherSuite suite in Older.Suites.Where(suite => SuiteTable.Find(suite)!.Cipher >= BulkCipher.Aes128CbcSha))
        {
            ProtocolVersion[] versions = Suite12Versions(suite);
            foreach (ProtocolVersion version in versions)
            {
                ClientHandshakeOptions client = Older.ClientFor(suite, version) with { EncryptThenMac = clientHas };
                ServerHandshakeOptions server = Older.ServerFor(suite, version) with { EncryptThenMac = serverHas };
                using EnginePair pair = Shake.AndTalk(client, server);
            }
        }
    }

    private static ProtocolVersion[] Suite12Versions(CipherSuite suite) =>
        SuiteTable.Find(suite)!.Cipher is BulkCipher.Aes128CbcSha or BulkCipher.Aes256CbcSha
            ? [ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10]
            : [ProtocolVersion.Tls12];
}
