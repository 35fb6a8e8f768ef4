using Aksu.BogoShim.Flags;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>Code points that a case names: those that the library does not have end it as unimplemented.</summary>
internal static class Supported
{
    public static NamedGroup Group(int value)
    {
        var group = new NamedGroup((ushort)value);
        return CryptographyProvider.Default.FindKeyExchange(group.ToString()) is not null
            ? group
            : throw new UnsupportedException($"ML-KEM: not yet (group {value})");
    }

    public static SignatureScheme Scheme(int value) => value switch
    {
        0x0904 or 0x0905 or 0x0906 => throw new UnsupportedException($"ML-DSA: not yet (scheme {value})"),
        0x0420 or 0x0520 or 0x0620 => throw new UnsupportedException($"PKCS#1 v1.5 in TLS 1.3: not yet (scheme {value})"),
        _ => new SignatureScheme((ushort)value),
    };
}
