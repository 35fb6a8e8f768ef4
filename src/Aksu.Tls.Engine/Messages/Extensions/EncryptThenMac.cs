using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>encrypt_then_mac in the hellos of TLS 1.2 and before, empty (RFC 7366 §2).</summary>
internal sealed record EncryptThenMac : IExtensionBody
{
    public ExtensionType Type => ExtensionType.EncryptThenMac;

    public static EncryptThenMac Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "encrypt_then_mac").ExpectEnd();
        return new EncryptThenMac();
    }

    public void Encode(WireWriter writer)
    {
    }
}
