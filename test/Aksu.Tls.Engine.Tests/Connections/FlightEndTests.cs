using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Around HelloRetryRequest no key changes, and all the same each side has to wait for the other.</summary>
public sealed class FlightEndTests
{
    private static readonly ClientHandshakeOptions Client = Shake.Client with { Groups = [NamedGroup.X25519, NamedGroup.Secp384r1] };

    private static readonly ServerHandshakeOptions Server = Shake.Server with { Groups = [NamedGroup.Secp384r1] };

    [Theory]
    [InlineData(Sender.Client, HandshakeTypeValue.ClientHello)]
    [InlineData(Sender.Server, HandshakeTypeValue.ServerHello)]
    public void A_hello_that_begins_before_it_was_asked_for_is_refused(Sender from, byte type)
    {
        bool isChanged = false;
        using var pair = new EnginePair(Client, Server)
        {
            InTransit = flight =>
            {
                if (flight.From != from || isChanged)
                {
                    return flight.Bytes;
                }

                isChanged = true;
                WireRecord[] records = [.. WireRecord.Split(flight.Bytes)];
                records[0] = records[0] with { Fragment = [.. records[0].Fragment, type, 0, 0, 100, 3, 3] };
                return [.. records.SelectMany(record => record.Encode())];
            },
        };

        Shake.AssertEnded(
            pair, from == Sender.Client ? Sender.Server : Sender.Client, TlsReason.KeyChangeNotAligned, AlertDescription.UnexpectedMessage);
    }

    private static class HandshakeTypeValue
    {
        public const byte ClientHello = 1;
        public const byte ServerHello = 2;
    }
}
