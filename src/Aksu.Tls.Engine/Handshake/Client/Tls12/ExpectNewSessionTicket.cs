using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The ticket that the server announced (RFC 5077 §3.3).</summary>
internal sealed class ExpectNewSessionTicket(ClientEnding ending) : HandshakeState
{
    public override string Awaited => "NewSessionTicket";

    // A ticket may carry the client's whole chain.
    public override int CeilingFor(HandshakeType type) => type == HandshakeType.NewSessionTicket ? 1 << 17 : DefaultCeiling;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.NewSessionTicket, message);
        NewSessionTicket12 ticket = NewSessionTicket12.Decode(message.Body);
        context.AddToTranscript(message);
        TimeSpan? hint = ticket.LifetimeHintSeconds == 0 ? null : TimeSpan.FromSeconds(ticket.LifetimeHintSeconds);
        return new ExpectChangeCipherSpec(ending, ticket.Ticket.IsEmpty ? null : new ReceivedTicket(ticket.Ticket.ToArray(), hint));
    }

    public override void Dispose() => ending.Dispose();
}
