using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>supported_versions in ClientHello (RFC 9846 §4.3.1).</summary>
/// <param name="Versions">In the client's order of preference; 1 to 127.</param>
internal sealed record SupportedVersionsOffer(ProtocolVersion[] Versions) : IExtensionBody
{
    private const string Name = "supported_versions";

    public ExtensionType Type => ExtensionType.SupportedVersions;

    public static SupportedVersionsOffer Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested8(min: 2, max: 254);
        reader.ExpectEnd();
        return new SupportedVersionsOffer(CodePointList.Read(ref list, Name, 127, static value => new ProtocolVersion(value)));
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector8();
        foreach (ProtocolVersion version in Versions)
        {
            writer.WriteUInt16(version.Value);
        }
    }
}

/// <summary>supported_versions in ServerHello and HelloRetryRequest (RFC 9846 §4.3.1).</summary>
internal sealed record SupportedVersionsChoice(ProtocolVersion Version) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.SupportedVersions;

    public static SupportedVersionsChoice Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "supported_versions");
        var version = new ProtocolVersion(reader.ReadUInt16());
        reader.ExpectEnd();
        return new SupportedVersionsChoice(version);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt16(Version.Value);
}
