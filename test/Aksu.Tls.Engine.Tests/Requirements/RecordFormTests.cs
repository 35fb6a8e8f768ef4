using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §5: the records that are sent.</summary>
public sealed class RecordFormTests
{
    [Theory]
    [InlineData(RecordContent)]
    [InlineData(1)]
    public void Every_record_has_a_known_type_and_something_in_it(int maxContent)
    {
        foreach (ProtocolVersion version in DefaultParameters.Versions)
        {
            using EnginePair pair = Talked(maxContent, version);
            foreach (WireRecord record in pair.Flights.SelectMany(flight => WireRecord.Split(flight.Bytes)))
            {
                Assert.InRange(record.Type, NullRecord.ChangeCipherSpec, NullRecord.ApplicationData);
                Assert.InRange(record.Version, 0x0301, 0x0303);
                Assert.NotEmpty(record.Fragment);
                if (version == ProtocolVersion.Tls13 && record.Type == NullRecord.ApplicationData)
                {
                    // The null provider shows the inner plaintext: content, type, padding, and 16 bytes of tag.
                    ReadOnlySpan<byte> inner = record.Fragment.AsSpan(0, record.Fragment.Length - 16).TrimEnd((byte)0);
                    Assert.InRange(inner[^1], NullRecord.Alert, NullRecord.ApplicationData);
                    Assert.True(inner.Length > 1, "an empty record was sent");
                }
            }
        }
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void An_alert_is_a_whole_record(int version)
    {
        ProtocolVersion[] versions = [new ProtocolVersion((ushort)version)];
        using EnginePair pair = Shake.AndTalk(Shake.Client with { MaxRecordContent = 1, Versions = versions }, Shake.Server);
        pair.Client.Shutdown();
        pair.Pump();

        Assert.Single(WireRecord.Split(pair.Flights[^1].Bytes));
        Assert.True(pair.Server.IsClosed);
    }

    [Fact]
    public void Messages_in_front_of_a_change_of_keys_end_a_record()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        pair.Client.RequestKeyUpdate(askPeer: false);
        pair.Pump();
        byte[][] messages =
        [
            .. pair.Flights
                .SelectMany(flight => WireRecord.Split(flight.Bytes))
                .Where(record => record.Type is NullRecord.Handshake or NullRecord.ApplicationData)
                .Select(static record => record.Type == NullRecord.Handshake ? record.Fragment : record.Fragment[..^17])
        ];

        // ClientHello, ServerHello, Finished of both, KeyUpdate: each is a record of its own, from its first byte to its last.
        byte[] changing =
        [
            HandshakeType.ClientHello.Value, HandshakeType.ServerHello.Value, HandshakeType.Finished.Value, HandshakeType.Finished.Value,
            HandshakeType.KeyUpdate.Value,
        ];
        Assert.Equal(changing, messages.Where(IsOneMessage).Select(message => message[0]).Where(type => changing.Contains(type)));
    }

    [Fact]
    public void Padding_is_zeros()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client with { RecordPadding = 256 }, NullCryptography.Server);
        pair.Client.Send("abc"u8);
        WireRecord record = WireRecord.Split(pair.Client.TakeOutput())[^1];

        byte[] inner = record.Fragment[..^16];
        Assert.Equal(256, inner.Length);
        Assert.Equal("abc\u0017"u8.ToArray(), inner[..4]);
        Assert.True(inner.AsSpan(4).IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void No_cipher_adds_more_than_the_standard_allows()
    {
        Suite13[] suites = [.. Suite13.AllOf(CryptographyProvider.Default)];

        Assert.NotEmpty(suites);
        Assert.All(suites, static suite => Assert.InRange(suite.Aead.TagSize, 8, 255));
        Assert.True(RecordNonce.Size >= 8);
    }

    private const int RecordContent = 1 << 14;

    private static bool IsOneMessage(byte[] content) =>
        content.Length >= 4 && ((content[1] << 16) | (content[2] << 8) | content[3]) == content.Length - 4;

    private static EnginePair Talked(int maxContent, ProtocolVersion version)
    {
        EnginePair pair = Shake.AndTalk(
            NullCryptography.Client with { MaxRecordContent = maxContent, Versions = [version] },
            NullCryptography.Server with { MaxRecordContent = maxContent, Versions = [version] });
        pair.Client.Send([]);
        pair.Client.Shutdown();
        pair.Server.Shutdown();
        pair.Pump();
        return pair;
    }
}
