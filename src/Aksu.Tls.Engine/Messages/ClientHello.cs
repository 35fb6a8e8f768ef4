using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// ClientHello (RFC 9846 §4.2.2, RFC 5246 §7.4.1.2). The fields called legacy have their old meaning when the server chooses TLS 1.2 or
/// before.
/// </summary>
/// <param name="LegacyVersion">0x0303 from a client of TLS 1.3; the highest version from an older one.</param>
/// <param name="Random">32 bytes.</param>
/// <param name="LegacySessionId">0 to 32 bytes.</param>
/// <param name="CipherSuites">In the client's order of preference; at least one.</param>
/// <param name="LegacyCompressionMethods">One zero byte from a client of TLS 1.3; at least one byte from any.</param>
/// <param name="Extensions">May be absent from a client of TLS 1.2 or before.</param>
internal sealed record ClientHello(
    ProtocolVersion LegacyVersion,
    ReadOnlyMemory<byte> Random,
    ReadOnlyMemory<byte> LegacySessionId,
    CipherSuite[] CipherSuites,
    ReadOnlyMemory<byte> LegacyCompressionMethods,
    ExtensionBlock Extensions) : IHandshakeBody
{
    private const string Name = "ClientHello";

    public HandshakeType Type => HandshakeType.ClientHello;

    public static ClientHello Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        var version = new ProtocolVersion(reader.ReadUInt16());
        ReadOnlyMemory<byte> random = reader.ReadBytes(HelloRandom.Length);
        ReadOnlyMemory<byte> sessionId = reader.ReadVector8(max: 32);
        WireReader suiteList = reader.Nested16(min: 2);
        CipherSuite[] suites = CodePointList.Read(ref suiteList, Name, ListLimits.CipherSuites, static value => new CipherSuite(value));
        ReadOnlyMemory<byte> compression = reader.ReadVector8(min: 1);
        ExtensionBlock extensions = ExtensionBlock.DecodeOptional(ref reader, Name);
        reader.ExpectEnd();
        ExpectPreSharedKeyLast(extensions);
        return new ClientHello(version, random, sessionId, suites, compression, extensions);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt16(LegacyVersion.Value);
        writer.WriteBytes(Random.Span);
        using (writer.Vector8())
        {
            writer.WriteBytes(LegacySessionId.Span);
        }

        using (writer.Vector16())
        {
            foreach (CipherSuite suite in CipherSuites)
            {
                writer.WriteUInt16(suite.Value);
            }
        }

        using (writer.Vector8())
        {
            writer.WriteBytes(LegacyCompressionMethods.Span);
        }

        Extensions.Encode(writer);
    }

    // RFC 9846 §4.3.11: the binders cover all that stands in front of them, so nothing may follow.
    private static void ExpectPreSharedKeyLast(ExtensionBlock extensions)
    {
        bool hasPassed = false;
        foreach (Extension extension in extensions)
        {
            if (hasPassed)
            {
                throw Fault.PreSharedKeyNotLast();
            }

            hasPassed = extension.Type == ExtensionType.PreSharedKey;
        }
    }
}
