using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ServerHello and, told apart by its random, HelloRetryRequest (RFC 9846 §4.2.3 and §4.2.4, RFC 5246 §7.4.1.3).</summary>
/// <param name="LegacyVersion">0x0303 in TLS 1.3; the chosen version before it.</param>
/// <param name="Random">32 bytes.</param>
/// <param name="LegacySessionIdEcho">0 to 32 bytes.</param>
/// <param name="CipherSuite">The chosen suite.</param>
/// <param name="LegacyCompressionMethod">Zero.</param>
/// <param name="Extensions">May be absent from a server of TLS 1.2 or before.</param>
internal sealed record ServerHello(
    ProtocolVersion LegacyVersion,
    ReadOnlyMemory<byte> Random,
    ReadOnlyMemory<byte> LegacySessionIdEcho,
    CipherSuite CipherSuite,
    byte LegacyCompressionMethod,
    ExtensionBlock Extensions) : IHandshakeBody
{
    private const string Name = "ServerHello";

    /// <summary>SHA-256 of "HelloRetryRequest" (RFC 9846 §4.2.3).</summary>
    public static ReadOnlySpan<byte> HelloRetryRequestRandom =>
    [
        0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
        0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
    ];

    public HandshakeType Type => HandshakeType.ServerHello;

    public bool IsHelloRetryRequest => Random.Span.SequenceEqual(HelloRetryRequestRandom);

    public static ServerHello Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        var version = new ProtocolVersion(reader.ReadUInt16());
        ReadOnlyMemory<byte> random = reader.ReadBytes(HelloRandom.Length);
        ReadOnlyMemory<byte> sessionId = reader.ReadVector8(max: 32);
        var suite = new CipherSuite(reader.ReadUInt16());
        byte compression = reader.ReadUInt8();
        ExtensionBlock extensions = ExtensionBlock.DecodeOptional(ref reader, Name);
        reader.ExpectEnd();
        return new ServerHello(version, random, sessionId, suite, compression, extensions);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt16(LegacyVersion.Value);
        writer.WriteBytes(Random.Span);
        using (writer.Vector8())
        {
            writer.WriteBytes(LegacySessionIdEcho.Span);
        }

        writer.WriteUInt16(CipherSuite.Value);
        writer.WriteUInt8(LegacyCompressionMethod);
        Extensions.Encode(writer);
    }
}
