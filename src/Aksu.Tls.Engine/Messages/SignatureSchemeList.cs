using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Signature schemes after the length of their list (RFC 9846 §4.3.3, RFC 5246 §7.4.4).</summary>
internal static class SignatureSchemeList
{
    public static SignatureScheme[] Decode(ref WireReader reader, string structure)
    {
        WireReader list = reader.Nested16(min: 2);
        return CodePointList.Read(ref list, structure, ListLimits.SignatureSchemes, static value => new SignatureScheme(value));
    }

    public static void Encode(WireWriter writer, SignatureScheme[] schemes)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (SignatureScheme scheme in schemes)
        {
            writer.WriteUInt16(scheme.Value);
        }
    }
}
