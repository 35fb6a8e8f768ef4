using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>NewSessionTicket of TLS 1.3 (RFC 9846 §4.7.1).</summary>
/// <param name="LifetimeSeconds">At most 604800 (seven days); zero means to drop the ticket at once.</param>
/// <param name="AgeAdd">Added to the ticket's age so that it cannot be followed on the wire.</param>
/// <param name="Nonce">Unique among the connection's tickets; at most 255 bytes.</param>
/// <param name="Ticket">The PSK identity; not empty.</param>
/// <param name="Extensions">May have early_data.</param>
internal readonly record struct NewSessionTicket13(
    uint LifetimeSeconds,
    uint AgeAdd,
    ReadOnlyMemory<byte> Nonce,
    ReadOnlyMemory<byte> Ticket,
    ExtensionBlock Extensions) : IHandshakeBody
{
    private const string Name = "NewSessionTicket";

    public HandshakeType Type => HandshakeType.NewSessionTicket;

    public static NewSessionTicket13 Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        uint lifetime = reader.ReadUInt32();
        uint ageAdd = reader.ReadUInt32();
        ReadOnlyMemory<byte> nonce = reader.ReadVector8();
        ReadOnlyMemory<byte> ticket = reader.ReadVector16(min: 1);
        ExtensionBlock extensions = ExtensionBlock.Decode(ref reader, Name);
        reader.ExpectEnd();
        return new NewSessionTicket13(lifetime, ageAdd, nonce, ticket, extensions);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt32(LifetimeSeconds);
        writer.WriteUInt32(AgeAdd);
        using (writer.Vector8())
        {
            writer.WriteBytes(Nonce.Span);
        }

        using (writer.Vector16())
        {
            writer.WriteBytes(Ticket.Span);
        }

        Extensions.Encode(writer);
    }
}
