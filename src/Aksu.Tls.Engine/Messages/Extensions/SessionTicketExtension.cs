using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>session_ticket in the hellos of TLS 1.2 and before (RFC 5077 §3.2): the bare ticket, without a length of its own.</summary>
/// <param name="Ticket">Empty when a client has none, and in a ServerHello that announces one.</param>
internal sealed record SessionTicketExtension(ReadOnlyMemory<byte> Ticket) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.SessionTicket;

    public static SessionTicketExtension Decode(ReadOnlyMemory<byte> body) => new(body);

    public void Encode(WireWriter writer) => writer.WriteBytes(Ticket.Span);
}
