using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>The server's public value of an ECDHE key exchange in TLS 1.2 and before (RFC 8422 §5.4).</summary>
internal sealed class ServerEcdhParameters
{
    private const string Name = "ServerKeyExchange";
    private const byte NamedCurve = 3;

    public ServerEcdhParameters(NamedGroup group, ReadOnlyMemory<byte> publicKey)
    {
        using var writer = new WireWriter();
        writer.WriteUInt8(NamedCurve);
        writer.WriteUInt16(group.Value);
        using (writer.Vector8())
        {
            writer.WriteBytes(publicKey.Span);
        }

        Group = group;
        PublicKey = publicKey;
        Encoded = writer.WrittenSpan.ToArray();
    }

    private ServerEcdhParameters(NamedGroup group, ReadOnlyMemory<byte> publicKey, ReadOnlyMemory<byte> encoded)
    {
        Group = group;
        PublicKey = publicKey;
        Encoded = encoded;
    }

    /// <summary>The group that the server chose.</summary>
    public NamedGroup Group { get; }

    /// <summary>The point or coordinate, 1 to 255 bytes.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The structure on the wire, which the server's signature covers.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>Reads the structure; explicit curves, which RFC 8422 §5.4 forbids, are illegal.</summary>
    public static ServerEcdhParameters Decode(ref WireReader reader)
    {
        ReadOnlyMemory<byte> start = reader.Unread;
        if (reader.ReadUInt8() != NamedCurve)
        {
            throw Fault.InvalidValue(Name);
        }

        var group = new NamedGroup(reader.ReadUInt16());
        ReadOnlyMemory<byte> publicKey = reader.ReadVector8(min: 1);
        return new ServerEcdhParameters(group, publicKey, start[..^reader.Remaining]);
    }
}
