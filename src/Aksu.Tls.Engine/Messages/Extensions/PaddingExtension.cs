using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>padding in ClientHello: zeros, for servers that mishandle hellos of some lengths (RFC 7685).</summary>
/// <param name="Length">How many zeros.</param>
internal sealed record PaddingExtension(int Length) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.Padding;

    public static PaddingExtension Decode(ReadOnlyMemory<byte> body) =>
        body.Span.ContainsAnyExcept((byte)0) ? throw Fault.InvalidValue("padding") : new PaddingExtension(body.Length);

    public void Encode(WireWriter writer) => writer.Take(Length).Clear();
}
