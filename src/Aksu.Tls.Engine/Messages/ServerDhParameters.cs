using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>The server's group and public value of a DHE key exchange in TLS 1.2 and before (RFC 5246 §7.4.3).</summary>
internal sealed class ServerDhParameters
{
    public ServerDhParameters(ReadOnlyMemory<byte> prime, ReadOnlyMemory<byte> generator, ReadOnlyMemory<byte> publicKey)
    {
        using var writer = new WireWriter();
        WriteInteger(writer, prime);
        WriteInteger(writer, generator);
        WriteInteger(writer, publicKey);
        Prime = prime;
        Generator = generator;
        PublicKey = publicKey;
        Encoded = writer.WrittenSpan.ToArray();
    }

    private ServerDhParameters(
        ReadOnlyMemory<byte> prime,
        ReadOnlyMemory<byte> generator,
        ReadOnlyMemory<byte> publicKey,
        ReadOnlyMemory<byte> encoded)
    {
        Prime = prime;
        Generator = generator;
        PublicKey = publicKey;
        Encoded = encoded;
    }

    /// <summary>dh_p, big-endian, not empty. It is what the server claims: compare it with the groups of RFC 7919 before any use.</summary>
    public ReadOnlyMemory<byte> Prime { get; }

    /// <summary>dh_g, big-endian, not empty.</summary>
    public ReadOnlyMemory<byte> Generator { get; }

    /// <summary>dh_Ys, big-endian, not empty.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The structure on the wire, which the server's signature covers.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public static ServerDhParameters Decode(ref WireReader reader)
    {
        ReadOnlyMemory<byte> start = reader.Unread;
        ReadOnlyMemory<byte> prime = reader.ReadVector16(min: 1);
        ReadOnlyMemory<byte> generator = reader.ReadVector16(min: 1);
        ReadOnlyMemory<byte> publicKey = reader.ReadVector16(min: 1);
        return new ServerDhParameters(prime, generator, publicKey, start[..^reader.Remaining]);
    }

    private static void WriteInteger(WireWriter writer, ReadOnlyMemory<byte> value)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(value.Span);
    }
}
