using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>extended_master_secret in the hellos of TLS 1.2 and before, empty (RFC 7627 §5.1).</summary>
internal sealed record ExtendedMainSecret : IExtensionBody
{
    public ExtensionType Type => ExtensionType.ExtendedMainSecret;

    public static ExtendedMainSecret Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "extended_master_secret").ExpectEnd();
        return new ExtendedMainSecret();
    }

    public void Encode(WireWriter writer)
    {
    }
}
