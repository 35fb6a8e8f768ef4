using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>
/// Clients are about that send an address, or a name with the dot of the root, as server_name, which they must not (RFC 6066 §3). A server
/// takes it as if no name had been sent, and tells its observer.
/// </summary>
public sealed class IgnoredServerNameTests
{
    [Theory]
    [InlineData("127.0.0.1", 0x0304)]
    [InlineData("127.0.0.1", 0x0303)]
    [InlineData("127.1", 0x0304)]
    [InlineData("::1", 0x0304)]
    [InlineData("2001:db8::1", 0x0303)]
    [InlineData("[::1]", 0x0304)]
    [InlineData("fe80::1%eth0", 0x0304)]
    [InlineData("test.example.", 0x0304)]
    [InlineData("test.example.", 0x0303)]
    public void An_address_or_a_trailing_dot_is_as_good_as_no_name(string name, ushort version)
    {
        var events = new CollectedEvents();
        var atClient = new CollectedEvents();
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { Versions = versions, Observer = atClient, MessageRewriter = Named(name) },
            Shake.Server with { Versions = versions, Observer = events, StrictServerName = true });

        Assert.Null(pair.ServerEngine.Parameters!.ServerName);
        Assert.Contains(events.Lines, static line => line.StartsWith("ServerNameIgnored", StringComparison.Ordinal));
        Assert.DoesNotContain(
            events.Lines,
            line => line.StartsWith("ServerNameIgnored", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Shake.Name)]
    public void Where_there_is_none_or_a_good_one_nothing_is_told(string? name)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Shake.Client with { ServerName = name }, Shake.Server with { Observer = events });

        Assert.DoesNotContain(events.Lines, static line => line.StartsWith("ServerNameIgnored", StringComparison.Ordinal));
    }

    [Fact]
    public void The_name_is_not_acknowledged()
    {
        var atClient = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.Client with { Observer = atClient, MessageRewriter = Named("127.0.0.1") }, Older.Server);

        byte[] hello = atClient.Last(Aksu.Tls.Engine.Diagnostics.TlsDirection.Received, HandshakeType.ServerHello);
        Assert.False(Hello.Server(hello).Extensions.Contains(ExtensionType.ServerName));
    }

    [Fact]
    public void A_session_made_without_a_name_is_not_resumed_with_one()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        using EnginePair first = Shake.Hands(
            Shake.Client with { MessageRewriter = Named("127.0.0.1") }, Shake.Server with { Tickets = tickets });

        using EnginePair second = Shake.AndTalk(
            Shake.Client with { Sessions = [SessionTests.Take(first)] }, Shake.Server with { Tickets = tickets });

        SessionTests.AssertResumed(second, false);
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("a b.example")]
    [InlineData("a\0b.example")]
    [InlineData(".")]
    public void What_is_neither_name_nor_address_still_ends_the_handshake(string name) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.InvalidValue,
        AlertDescription.IllegalParameter,
        Shake.Client with { MessageRewriter = Named(name) });

    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Named(string name)
    {
        byte[] text = Encoding.Latin1.GetBytes(name);
        byte[] body = [0, (byte)(text.Length + 3), 0, 0, (byte)text.Length, .. text];
        return (type, message) => type == HandshakeType.ClientHello
            ? Hello.Replace(message, Hello.Raw(ExtensionType.ServerName, body))
            : message;
    }
}
