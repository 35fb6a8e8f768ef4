using System.Buffers;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Records are opened straight into the application's memory where they fit, and in place where not.</summary>
public sealed class DecryptIntoTests
{
    public static TheoryData<ushort, ushort> Suites => new()
    {
        { 0x1301, 0x0304 },
        { 0x1302, 0x0304 },
        { 0x1303, 0x0304 },
        { 0x1304, 0x0304 },
        { 0x1305, 0x0304 },
        { CipherSuite.EcdheEcdsaAes128GcmSha256.Value, 0x0303 },
        { CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256.Value, 0x0303 },
        { CipherSuite.EcdheEcdsaAes128CbcSha.Value, 0x0303 },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public void Gives_the_same_data_whatever_the_room(ushort suite, ushort version)
    {
        foreach (int length in new[] { 1, 15, 16, 100, 16384 })
        {
            foreach (int room in new[] { 0, length - 1, length, length + 1, length + 40, 20_000 })
            {
                using EnginePair pair = Connect(suite, version);
                byte[] data = new byte[length];
                new Random(length).NextBytes(data);
                byte[] record = Sealed(pair.ClientEngine, data);
                byte[] destination = new byte[room];

                TlsStatus status = pair.ServerEngine.Decrypt(record, destination, out int consumed, out ReadOnlySpan<byte> plaintext);

                Assert.Equal((TlsStatus.Complete, record.Length), (status, consumed));
                Assert.Equal(data, plaintext.ToArray());
                Assert.True(plaintext.Overlaps(destination) || plaintext.Overlaps(record));
                Assert.True(room < 20_000 || version != 0x0304 || plaintext.Overlaps(destination));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void A_changed_record_is_refused_and_shows_nothing(ushort suite, ushort version)
    {
        using EnginePair pair = Connect(suite, version);
        byte[] record = Sealed(pair.ClientEngine, "a secret that nobody may see unproven"u8);
        record[^1] ^= 1;
        byte[] destination = new byte[1000];

        TlsException failure = Assert.Throws<TlsException>(() => pair.ServerEngine.Decrypt(record, destination, out _, out _));

        Assert.Equal((TlsReason.BadRecord, AlertDescription.BadRecordMac), (failure.Reason, failure.Alert));
        Assert.Equal(-1, destination.AsSpan().IndexOf("secret"u8));
    }

    [Fact]
    public void Padding_and_other_messages_in_front_are_no_matter()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { RecordPadding = 256 });
        var output = new ArrayBufferWriter<byte>();
        pair.ClientEngine.RequestKeyUpdate(askPeer: true, output);
        pair.ClientEngine.Encrypt("hello"u8, output);
        byte[] bytes = output.WrittenSpan.ToArray();
        byte[] destination = new byte[300];

        TlsStatus status = pair.ServerEngine.Decrypt(bytes, destination, out int consumed, out ReadOnlySpan<byte> plaintext);

        Assert.Equal((TlsStatus.Complete, bytes.Length), (status, consumed));
        Assert.True(plaintext.Overlaps(destination));
        Assert.Equal("hello"u8.ToArray(), plaintext.ToArray());
    }

    private static EnginePair Connect(ushort suite, ushort version)
    {
        ClientHandshakeOptions client = Shake.Client with
        {
            CipherSuites = [new CipherSuite(suite)],
            Versions = [new ProtocolVersion(version)],
        };
        ServerHandshakeOptions server = Shake.Server with
        {
            CipherSuites = [new CipherSuite(suite)],
            Versions = [new ProtocolVersion(version)],
        };
        return Shake.Hands(client, server);
    }

    private static byte[] Sealed(TlsEngine engine, ReadOnlySpan<byte> data)
    {
        var output = new ArrayBufferWriter<byte>();
        engine.Encrypt(data, output);
        return output.WrittenSpan.ToArray();
    }
}
