using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>application_layer_protocol_negotiation in ClientHello (RFC 7301 §3.1).</summary>
/// <param name="Names">In the client's order of preference; at least one, each of 1 to 255 bytes.</param>
internal sealed record ApplicationProtocols(ReadOnlyMemory<byte>[] Names) : IExtensionBody
{
    private const string Name = "application_layer_protocol_negotiation";

    public ExtensionType Type => ExtensionType.ApplicationLayerProtocolNegotiation;

    public static ApplicationProtocols Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16(min: 2);
        reader.ExpectEnd();
        var names = new List<ReadOnlyMemory<byte>>();
        while (!list.IsAtEnd)
        {
            if (names.Count == ListLimits.ApplicationProtocols)
            {
                throw Fault.TooManyEntries(Name, ListLimits.ApplicationProtocols);
            }

            names.Add(list.ReadVector8(min: 1));
        }

        return new ApplicationProtocols([.. names]);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (ReadOnlyMemory<byte> name in Names)
        {
            using WireWriter.Scope scope = writer.Vector8();
            writer.WriteBytes(name.Span);
        }
    }
}

/// <summary>application_layer_protocol_negotiation in the server's answer: a list of exactly one name (RFC 7301 §3.1).</summary>
internal sealed record ApplicationProtocolChoice(ReadOnlyMemory<byte> Name) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.ApplicationLayerProtocolNegotiation;

    public static ApplicationProtocolChoice Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "application_layer_protocol_negotiation");
        WireReader list = reader.Nested16(min: 2);
        reader.ExpectEnd();
        ReadOnlyMemory<byte> name = list.ReadVector8(min: 1);
        list.ExpectEnd();
        return new ApplicationProtocolChoice(name);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        using WireWriter.Scope name = writer.Vector8();
        writer.WriteBytes(Name.Span);
    }
}
