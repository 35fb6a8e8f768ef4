using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>ec_point_formats in the hellos of TLS 1.2 and before (RFC 8422 §5.1.2).</summary>
/// <param name="Formats">Has <see cref="Uncompressed"/>, the only format still in use.</param>
internal sealed record EcPointFormats(byte[] Formats) : IExtensionBody
{
    /// <summary>The format of all points that this library sends and takes.</summary>
    public const byte Uncompressed = 0;

    private const string Name = "ec_point_formats";

    public ExtensionType Type => ExtensionType.EcPointFormats;

    public static EcPointFormats Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        ReadOnlyMemory<byte> formats = reader.ReadVector8(min: 1);
        reader.ExpectEnd();
        return formats.Span.Contains(Uncompressed) ? new EcPointFormats(formats.ToArray()) : throw Fault.InvalidValue(Name);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector8();
        writer.WriteBytes(Formats);
    }
}
