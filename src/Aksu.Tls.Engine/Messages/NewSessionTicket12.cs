using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>NewSessionTicket of TLS 1.2 and before (RFC 5077 §3.3).</summary>
/// <param name="LifetimeHintSeconds">How long the ticket may be of use; zero says nothing about it.</param>
/// <param name="Ticket">Empty when the server announced a ticket but gives none after all.</param>
internal sealed record NewSessionTicket12(uint LifetimeHintSeconds, ReadOnlyMemory<byte> Ticket) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.NewSessionTicket;

    public static NewSessionTicket12 Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "NewSessionTicket");
        uint lifetime = reader.ReadUInt32();
        ReadOnlyMemory<byte> ticket = reader.ReadVector16();
        reader.ExpectEnd();
        return new NewSessionTicket12(lifetime, ticket);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt32(LifetimeHintSeconds);
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Ticket.Span);
    }
}
