using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>
/// The application protocol of a resumed TLS 1.3 connection is the one that it negotiates itself (RFC 7301 §3.1); only early data, which
/// this library does not send, is bound to the session's (RFC 9846 §4.3.10). This library's server is stricter than it has to be and does
/// a full handshake instead; this library's client takes what another server may do.
/// </summary>
public sealed class ResumedProtocolTests : IDisposable
{
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();

    public void Dispose() => _tickets.Dispose();

    [Theory]
    [InlineData("http/1.1")]
    [InlineData(null)]
    public void A_client_takes_another_protocol_that_it_offered_or_none(string? answered)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Resumable();

        using EnginePair second = Shake.AndTalk(client, server with { MessageRewriter = Answering(answered) });

        Assert.True(second.ClientEngine.Parameters!.IsResumed);
        Assert.Equal(answered, second.ClientEngine.Parameters.ApplicationProtocol);
    }

    [Fact]
    public void A_client_refuses_a_protocol_that_it_did_not_offer()
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Resumable();

        Shake.AssertRefused(
            Sender.Client,
            TlsReason.ApplicationProtocolNotOffered,
            AlertDescription.IllegalParameter,
            client,
            server with { MessageRewriter = Answering("imap") });
    }

    private (ClientHandshakeOptions Client, ServerHandshakeOptions Server) Resumable()
    {
        ClientHandshakeOptions client = Shake.Client with { ApplicationProtocols = ["h2", "http/1.1"] };
        ServerHandshakeOptions server = Shake.Server with { Tickets = _tickets, ApplicationProtocols = ["h2"] };
        using EnginePair first = Shake.Hands(client, server);
        return (client with { Sessions = [SessionTests.Take(first)] }, server);
    }

    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Answering(string? protocol) => (type, message) =>
        type != HandshakeType.EncryptedExtensions ? message
        : protocol is null ? Hello.Without(message, ExtensionType.ApplicationLayerProtocolNegotiation)
        : Hello.Replace(message, new ApplicationProtocolChoice(Encoding.ASCII.GetBytes(protocol)));
}
