using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>psk_key_exchange_modes in ClientHello (RFC 9846 §4.3.9).</summary>
/// <param name="Modes">1 to 255.</param>
internal sealed record PskKeyExchangeModes(PskKeyExchangeMode[] Modes) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.PskKeyExchangeModes;

    public static PskKeyExchangeModes Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "psk_key_exchange_modes");
        WireReader list = reader.Nested8(min: 1);
        reader.ExpectEnd();
        var modes = new PskKeyExchangeMode[list.Remaining];
        for (int i = 0; i < modes.Length; i++)
        {
            modes[i] = new PskKeyExchangeMode(list.ReadUInt8());
        }

        return new PskKeyExchangeModes(modes);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector8();
        foreach (PskKeyExchangeMode mode in Modes)
        {
            writer.WriteUInt8(mode.Value);
        }
    }
}
