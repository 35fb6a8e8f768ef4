using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>How records of TLS 1.2 and before look, and which are refused.</summary>
public sealed class RecordTests
{
    private static readonly CipherSuite Cbc = CipherSuite.EcdheRsaAes128CbcSha;

    [Fact]
    public void TLS_1_0_sends_the_first_byte_in_a_record_of_its_own()
    {
        using EnginePair pair = Shake.Hands(Older.ClientFor(Cbc, ProtocolVersion.Tls10), Older.ServerFor(Cbc, ProtocolVersion.Tls10));
        int before = pair.Flights.Count;
        pair.Client.Send(new byte[100]);
        pair.Client.Send(new byte[1]);
        pair.Pump();

        // 1 + MAC of 20 or 100 + MAC of 20, padded; with encrypt_then_mac the MAC lies outside.
        Assert.Equal([16 + 20, 112 + 20, 16 + 20], WireRecord.Split(pair.Flights[before].Bytes).Select(record => record.Fragment.Length));
    }

    [Theory]
    [InlineData(0x0302)]
    [InlineData(0x0303)]
    public void Later_versions_do_not(ushort version)
    {
        using EnginePair pair = Shake.Hands(
            Older.ClientFor(Cbc, new ProtocolVersion(version)), Older.ServerFor(Cbc, new ProtocolVersion(version)));
        int before = pair.Flights.Count;
        pair.Client.Send(new byte[100]);
        pair.Pump();

        Assert.Single(WireRecord.Split(pair.Flights[before].Bytes));
    }

    [Theory]
    [InlineData(0xc02f, 0x0303)]
    [InlineData(0xc013, 0x0303)]
    [InlineData(0xc013, 0x0302)]
    [InlineData(0xc013, 0x0301)]
    public void Every_record_after_the_hello_bears_the_version(ushort suite, ushort version)
    {
        using EnginePair pair = Shake.AndTalk(
            Older.ClientFor(new CipherSuite(suite), new ProtocolVersion(version)),
            Older.ServerFor(new CipherSuite(suite), new ProtocolVersion(version)));

        Assert.Equal(0x0301, WireRecord.Split(pair.Flights[0].Bytes)[0].Version);
        Assert.All(
            pair.Flights.Skip(1).SelectMany(flight => WireRecord.Split(flight.Bytes)), record => Assert.Equal(version, record.Version));
    }

    [Fact]
    public void Nonces_on_the_wire_count_the_records()
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        int before = pair.Flights.Count;
        for (int i = 0; i < 3; i++)
        {
            pair.Client.Send([1]);
        }

        pair.Pump();
        Assert.Equal([1, 2, 3], WireRecord.Split(pair.Flights[before].Bytes).Select(record => record.Fragment[7]));
    }

    [Fact]
    public void Initialization_vectors_are_not_repeated()
    {
        using EnginePair pair = Shake.Hands(Older.ClientFor(Cbc), Older.ServerFor(Cbc));
        int before = pair.Flights.Count;
        for (int i = 0; i < 50; i++)
        {
            pair.Client.Send([1]);
        }

        pair.Pump();
        IEnumerable<string> vectors = WireRecord.Split(
            pair.Flights[before].Bytes).Select(record => Convert.ToHexString(record.Fragment[..16]));
        Assert.Equal(50, vectors.Distinct().Count());
    }

    public static TheoryData<ushort, ushort, bool> Protections => new()
    {
        { 0xc02f, 0x0303, true },
        { 0xcca8, 0x0303, true },
        { 0xc09c, 0x0303, true },
        { 0xc013, 0x0303, true },
        { 0xc013, 0x0303, false },
        { 0xc028, 0x0303, false },
        { 0xc013, 0x0301, true },
        { 0xc013, 0x0301, false },
    };

    [Theory]
    [MemberData(nameof(Protections))]
    public void A_record_with_any_bit_changed_is_refused(ushort suiteValue, ushort versionValue, bool encryptThenMac)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        using var sample = new Watched(
            Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
        int length = sample.Protect(TlsSide.Client, ContentType.ApplicationData, "some data"u8).Length;
        for (int at = 0; at < length; at++)
        {
            // The length is another matter: the record ends elsewhere then.
            if (at is 3 or 4)
            {
                continue;
            }

            using var watched = new Watched(
                Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
            byte[] record = watched.Protect(TlsSide.Client, ContentType.ApplicationData, "some data"u8);
            record[at] ^= 1;
            watched.Pair.Server.Take(record);

            Shake.AssertFailed(watched.Pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
            at += length > 60 ? 3 : 0;
        }
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void A_record_of_any_other_length_is_refused(ushort suiteValue, ushort versionValue, bool encryptThenMac)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        using var sample = new Watched(
            Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
        byte[] whole = sample.Protect(TlsSide.Client, ContentType.ApplicationData, new byte[20]);
        for (int length = 0; length < whole.Length - WireRecord.HeaderSize; length += 5)
        {
            using var watched = new Watched(
                Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
            byte[] record = watched.Protect(TlsSide.Client, ContentType.ApplicationData, new byte[20]);
            watched.Pair.Server.Take(WireRecord.Encode(23, record.AsSpan(WireRecord.HeaderSize, length), version.Value));
            Shake.AssertFailed(watched.Pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
        }
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void A_record_that_comes_twice_is_refused(ushort suiteValue, ushort versionValue, bool encryptThenMac)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        using var watched = new Watched(
            Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
        byte[] record = watched.Protect(TlsSide.Client, ContentType.ApplicationData, "once"u8);
        watched.Pair.Server.Take(record);
        Assert.Equal("once"u8.ToArray(), watched.Pair.Server.ReceivedData);
        watched.Pair.Server.Take(watched.Protect(TlsSide.Client, ContentType.ApplicationData, "once"u8));

        Shake.AssertFailed(watched.Pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public void A_plaintext_longer_than_the_standard_s_is_refused(ushort suiteValue, ushort versionValue, bool encryptThenMac)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        foreach (int over in new[] { 0, 1 })
        {
            using var watched = new Watched(
                Older.ClientFor(suite, version) with { EncryptThenMac = encryptThenMac }, Older.ServerFor(suite, version));
            watched.Pair.Server.Take(watched.Protect(TlsSide.Client, ContentType.ApplicationData, new byte[16384 + over]));
            if (over == 0)
            {
                Assert.Equal(16384, watched.Pair.Server.ReceivedData.Length);
            }
            else
            {
                Shake.AssertFailed(watched.Pair.Server, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
            }
        }
    }

    [Fact]
    public void Empty_records_of_data_are_taken_up_to_a_bound()
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        Assert.NotNull(pair);
        using var watched = new Watched(Older.Client, Older.Server);
        watched.Pair.Server.Take(watched.Protect(TlsSide.Client, ContentType.ApplicationData, []));
        Assert.Null(watched.Pair.Server.Failure);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(21)]
    public void Empty_records_of_other_types_are_refused(byte type)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        watched.Pair.Server.Take(watched.Protect(TlsSide.Client, new ContentType(type), []));
        Assert.NotNull(watched.Pair.Server.Failure);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(24)]
    [InlineData(0)]
    public void Protected_records_of_other_types_are_refused(byte type)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        watched.Pair.Server.Take(watched.Protect(TlsSide.Client, new ContentType(type), [1]));
        Assert.Equal(AlertDescription.UnexpectedMessage, watched.Pair.Server.Failure!.Alert);
    }

    [Fact]
    public void Closure_is_said_and_heard()
    {
        using EnginePair pair = Shake.AndTalk(Older.Client, Older.Server);
        pair.Client.Shutdown();
        pair.Pump();
        Assert.True(pair.Server.IsClosed);

        // The other direction stays open (RFC 9846 §6.1), which TLS 1.2 lets be as well.
        pair.Server.Send("last words"u8);
        pair.Server.Shutdown();
        pair.Pump();
        Assert.EndsWith("last words", System.Text.Encoding.ASCII.GetString(pair.Client.ReceivedData), StringComparison.Ordinal);
        Assert.True(pair.Client.IsClosed);
    }

    [Fact]
    public void There_is_no_key_update()
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        Assert.Throws<InvalidOperationException>(() => pair.Client.RequestKeyUpdate(askPeer: false));
        Assert.Throws<InvalidOperationException>(() => pair.Server.RequestClientCertificate());
        Assert.Throws<InvalidOperationException>(() => pair.Server.IssueTicket());
        Assert.True(pair.IsEstablished);
    }
}
