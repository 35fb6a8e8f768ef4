using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>max_fragment_length in ClientHello and the server's answer (RFC 6066 §4).</summary>
/// <param name="Code">1 to 4.</param>
internal sealed record MaxFragmentLength(byte Code) : IExtensionBody
{
    private const string Name = "max_fragment_length";

    public ExtensionType Type => ExtensionType.MaxFragmentLength;

    /// <summary>The longest plaintext of a record in bytes: 512, 1024, 2048 or 4096.</summary>
    public int Length => 256 << Code;

    public static MaxFragmentLength Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        byte code = reader.ReadUInt8();
        reader.ExpectEnd();
        return code is >= 1 and <= 4 ? new MaxFragmentLength(code) : throw Fault.InvalidValue(Name);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt8(Code);
}
