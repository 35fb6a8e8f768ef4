using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>KeyUpdate (RFC 9846 §4.7.3).</summary>
/// <param name="UpdateRequested">Whether the peer is to answer with a KeyUpdate of its own.</param>
internal sealed record KeyUpdate(bool UpdateRequested) : IHandshakeBody
{
    private const byte UpdateNotRequestedValue = 0;
    private const byte UpdateRequestedValue = 1;

    public HandshakeType Type => HandshakeType.KeyUpdate;

    public static KeyUpdate Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "KeyUpdate");
        byte value = reader.ReadUInt8();
        reader.ExpectEnd();
        return value switch
        {
            UpdateNotRequestedValue => new KeyUpdate(false),
            UpdateRequestedValue => new KeyUpdate(true),
            _ => throw Fault.InvalidValue("KeyUpdate"),
        };
    }

    public void Encode(WireWriter writer) => writer.WriteUInt8(UpdateRequested ? UpdateRequestedValue : UpdateNotRequestedValue);
}
