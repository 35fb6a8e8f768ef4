using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>An extension of a reserved type, so that peers keep ignoring what they do not know (RFC 8701 §3).</summary>
/// <param name="Type">One of the sixteen reserved types.</param>
/// <param name="Body">Any bytes.</param>
internal sealed record GreaseExtension(ExtensionType Type, ReadOnlyMemory<byte> Body) : IExtensionBody
{
    public void Encode(WireWriter writer) => writer.WriteBytes(Body.Span);
}
