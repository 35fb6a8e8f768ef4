using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>The body of an extension: what follows type and length.</summary>
internal interface IExtensionBody
{
    /// <summary>The type under which the body travels.</summary>
    ExtensionType Type { get; }

    /// <summary>Writes the body, without type and length.</summary>
    void Encode(WireWriter writer);
}
