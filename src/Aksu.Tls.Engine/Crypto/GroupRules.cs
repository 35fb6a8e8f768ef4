using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Which key exchange stands behind a group.</summary>
internal static class GroupRules
{
    public static KeyExchangeAlgorithm? Resolve(NamedGroup group, CryptographyProvider provider) =>
        IsKnown(group) ? provider.FindKeyExchange(group.ToString()) : null;

    private static bool IsKnown(NamedGroup group) => group.Value is (>= 0x17 and <= 0x19) or 0x1d or 0x1e or (>= 0x100 and <= 0x104) or 0x11ec;
}
