using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>renegotiation_info is spoken and renegotiation refused (RFC 5746, RFC 9325 §3.5).</summary>
public sealed class RenegotiationTests
{
    [Fact]
    public void The_server_confirms_that_it_knows_the_extension()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Older.Client with { Observer = events }, Older.Server);

        ServerHello hello = Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello));
        Assert.True(hello.Extensions.Contains(ExtensionType.RenegotiationInfo));
    }

    [Fact]
    public void A_server_that_does_not_know_it_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.SecureRenegotiationRequired,
        AlertDescription.HandshakeFailure,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.RenegotiationInfo) });

    [Fact]
    public void A_server_that_speaks_of_an_earlier_handshake_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.InvalidRenegotiationInfo,
        AlertDescription.HandshakeFailure,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.RenegotiationInfo, 1, 0) });

    [Fact]
    public void A_client_that_speaks_of_an_earlier_handshake_is_refused() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.InvalidRenegotiationInfo,
        AlertDescription.HandshakeFailure,
        Older.Client with
        {
            MessageRewriter = Rewriting.ClientHello(hello => hello with
            {
                Extensions = Rewriting.With(hello.Extensions, ExtensionType.RenegotiationInfo, 1, 0),
            }),
        },
        Older.Server);

    [Fact]
    public void The_signal_in_the_suites_is_as_good_as_the_extension()
    {
        var events = new CollectedEvents();
        using var pair = new EnginePair(
            Older.Client with
            {
                MessageRewriter = (type, message) =>
                {
                    if (type != HandshakeType.ClientHello)
                    {
                        return message;
                    }

                    ClientHello hello = Hello.Client(Rewriting.WithoutExtension(ExtensionType.RenegotiationInfo)(type, message));
                    return Hello.Encode(hello with { CipherSuites = [.. hello.CipherSuites, CipherSuite.EmptyRenegotiationInfoScsv] });
                },
            },
            Older.Server with { Observer = events });
        pair.Pump();

        ServerHello answer = Hello.Server(events.Last(TlsDirection.Sent, HandshakeType.ServerHello));
        Assert.True(answer.Extensions.Contains(ExtensionType.RenegotiationInfo));
    }

    [Theory]
    [InlineData(TlsSide.Client)]
    [InlineData(TlsSide.Server)]
    public void A_wish_to_renegotiate_is_answered_by_a_warning_and_the_connection_goes_on(TlsSide asking)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        EngineEnd end = watched.End(Other(asking));
        watched.SendHandshake(asking, Wish(asking));
        Assert.Null(end.Failure);
        Assert.True(end.Engine.IsEstablished);

        // The other engine did not send that record, so that only the answer can be looked at.
        WireRecord answer = Assert.Single(WireRecord.Split(end.TakeOutput()));
        Assert.Equal(21, answer.Type);
        end.Send("still here"u8);
        Assert.NotEmpty(end.TakeOutput());
    }

    [Theory]
    [InlineData(TlsSide.Client)]
    [InlineData(TlsSide.Server)]
    public void The_peer_learns_that_it_is_a_warning(TlsSide asking)
    {
        var events = new CollectedEvents();
        using var watched = new Watched(Older.Client, Older.Server with { Observer = events });
        EngineEnd asked = watched.End(Other(asking));
        watched.SendHandshake(asking, Wish(asking));
        EngineEnd other = watched.End(asking);
        other.Take(asked.TakeOutput());

        Assert.Null(other.Failure);
        Assert.Equal(AlertDescription.NoRenegotiation, Assert.Single(events.Alerts).Alert);
    }

    [Theory]
    [InlineData(TlsSide.Client)]
    [InlineData(TlsSide.Server)]
    public void Who_keeps_asking_is_refused(TlsSide asking)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        byte[] wish = Wish(asking);
        EngineEnd end = watched.End(Other(asking));
        watched.SendHandshake(asking, [.. wish, .. wish, .. wish, .. wish]);
        Assert.Null(end.Failure);

        using var again = new Watched(Older.Client, Older.Server);
        again.SendHandshake(asking, [.. wish, .. wish, .. wish, .. wish, .. wish]);
        Shake.AssertFailed(
            again.End(Other(asking)), TlsReason.RenegotiationRefused, AlertDescription.NoRenegotiation);
    }

    [Theory]
    [InlineData(TlsSide.Client, 0)]
    [InlineData(TlsSide.Client, 20)]
    [InlineData(TlsSide.Client, 24)]
    [InlineData(TlsSide.Server, 1)]
    [InlineData(TlsSide.Server, 4)]
    [InlineData(TlsSide.Server, 24)]
    public void Other_messages_after_the_handshake_are_refused(TlsSide sender, byte type)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        watched.SendHandshake(sender, [type, 0, 0, 0]);

        Shake.AssertFailed(
            watched.End(Other(sender)), TlsReason.UnexpectedMessage, AlertDescription.UnexpectedMessage);
    }

    private static TlsSide Other(TlsSide side) => side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;

    private static byte[] Wish(TlsSide asking) => asking == TlsSide.Server
        ? Hello.Encode(new HelloRequest())
        : Hello.Encode(new ClientHello(
            ProtocolVersion.Tls12, new byte[32], default, [CipherSuite.EcdheRsaAes128GcmSha256], new byte[1], ExtensionBlock.Empty));
}
