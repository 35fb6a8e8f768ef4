using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>early_data in ClientHello and EncryptedExtensions, where it is empty (RFC 9846 §4.3.10).</summary>
internal sealed record EarlyDataIndication : IExtensionBody
{
    public ExtensionType Type => ExtensionType.EarlyData;

    public static EarlyDataIndication Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "early_data").ExpectEnd();
        return new EarlyDataIndication();
    }

    public void Encode(WireWriter writer)
    {
    }
}

/// <summary>early_data in NewSessionTicket (RFC 9846 §4.3.10).</summary>
/// <param name="MaxEarlyDataSize">How many bytes of early application data the server takes with this ticket.</param>
internal sealed record EarlyDataLimit(uint MaxEarlyDataSize) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.EarlyData;

    public static EarlyDataLimit Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "early_data");
        uint size = reader.ReadUInt32();
        reader.ExpectEnd();
        return new EarlyDataLimit(size);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt32(MaxEarlyDataSize);
}
