using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>RFC 9846 §E.4.</summary>
public sealed class MiddleboxCompatibilityTests
{
    private const byte ChangeCipherSpec = 20;
    private const byte Handshake = 22;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sends_one_change_cipher_spec_each_way(bool isRetried)
    {
        using EnginePair pair = Connect(isCompatible: true, isRetried);

        Assert.Equal(1, Count(pair, Sender.Client));
        Assert.Equal(1, Count(pair, Sender.Server));
        Shake.Talk(pair);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sends_none_when_it_is_off(bool isRetried)
    {
        using EnginePair pair = Connect(isCompatible: false, isRetried);

        Assert.Equal(0, Count(pair, Sender.Client));
        Assert.Equal(0, Count(pair, Sender.Server));
        Shake.Talk(pair);
    }

    [Theory]
    [InlineData(true, 32)]
    [InlineData(false, 0)]
    public void The_session_id_is_what_turns_it_on(bool isCompatible, int length)
    {
        using EnginePair pair = Connect(isCompatible, isRetried: false);
        WireRecord first = WireRecord.Split(pair.Flights[0].Bytes)[0];

        Assert.Equal(length, Hello.Client(first.Fragment).LegacySessionId.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_that_is_asked_for_a_certificate_sends_its_change_cipher_spec_before_it(bool hasOne)
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { Identities = hasOne ? [TestIdentity.Of(KeyKind.EcP256)] : [] },
            Shake.Server with { ClientAuthentication = ClientAuthentication.Requested });

        byte[] types = [.. WireRecord.Split(pair.Flights[2].Bytes).Select(static record => record.Type)];
        Assert.Equal(20, types[0]);
        Assert.DoesNotContain((byte)20, types[1..]);
    }

    [Fact]
    public void Only_the_first_hello_says_TLS_1_0_in_its_record()
    {
        using EnginePair pair = Connect(isCompatible: true, isRetried: true);
        List<ushort> versions =
        [
            .. pair.Flights
                .SelectMany(flight => WireRecord.Split(flight.Bytes))
                .Where(record => record.Type == Handshake)
                .Select(record => record.Version),
        ];

        Assert.Equal(0x0301, versions[0]);
        Assert.All(versions.Skip(1), version => Assert.Equal(0x0303, version));
    }

    [Theory]
    [InlineData(0x0300)]
    [InlineData(0x0304)]
    [InlineData(0x03ff)]
    public void The_version_of_a_record_is_not_looked_at(int version)
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server)
        {
            InTransit = flight => [.. WireRecord.Split(flight.Bytes)
                .SelectMany(record => record.Type == Handshake ? (record with { Version = (ushort)version }).Encode() : record.Encode())],
        };

        Shake.Talk(pair.Shake());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void An_alert_of_the_client_comes_behind_it(bool isCompatible, int before)
    {
        using var pair = new EnginePair(
            Shake.Client with { MiddleboxCompatibility = isCompatible },
            Shake.Server with { MessageRewriter = Rewriting.Of(HandshakeType.Certificate, static message => [.. message[..^1], 1]) });
        pair.Pump();

        WireRecord[] answer = [.. WireRecord.Split(pair.Flights.Last(flight => flight.From == Sender.Client).Bytes)];
        Assert.NotNull(pair.Client.Failure);
        Assert.Equal(before + 1, answer.Length);
        Assert.All(answer[..before], record => Assert.Equal(ChangeCipherSpec, record.Type));
        Assert.True(pair.Server.Failure is { SentByPeer: true });
    }

    private static EnginePair Connect(bool isCompatible, bool isRetried) => Shake.Hands(
        Shake.Client with { MiddleboxCompatibility = isCompatible },
        isRetried ? Shake.Server with { Groups = [NamedGroup.Secp384r1] } : Shake.Server);

    private static int Count(EnginePair pair, Sender from) => pair.Flights
        .Where(flight => flight.From == from)
        .SelectMany(flight => WireRecord.Split(flight.Bytes))
        .Count(record => record.Type == ChangeCipherSpec);
}
