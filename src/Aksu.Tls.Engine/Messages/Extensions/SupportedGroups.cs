using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>supported_groups in ClientHello and EncryptedExtensions (RFC 9846 §4.3.7).</summary>
/// <param name="Groups">In order of preference; at least one.</param>
internal sealed record SupportedGroups(NamedGroup[] Groups) : IExtensionBody
{
    private const string Name = "supported_groups";

    public ExtensionType Type => ExtensionType.SupportedGroups;

    public static SupportedGroups Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16(min: 2);
        reader.ExpectEnd();
        return new SupportedGroups(CodePointList.Read(ref list, Name, ListLimits.Groups, static value => new NamedGroup(value)));
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (NamedGroup group in Groups)
        {
            writer.WriteUInt16(group.Value);
        }
    }
}
