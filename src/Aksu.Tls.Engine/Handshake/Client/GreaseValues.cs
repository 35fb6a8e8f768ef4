using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>The reserved values of one connection (RFC 8701 §3); both of its hellos carry the same.</summary>
internal sealed record GreaseValues(
    ushort Suite, ushort Group, ushort Version, ushort Scheme, ushort FirstExtension, ushort LastExtension)
{
    public static GreaseValues Choose(CryptographyProvider provider)
    {
        Span<byte> random = stackalloc byte[6];
        provider.FillRandom(random);
        ushort first = Grease.From(random[3]);
        ushort last = Grease.From(random[4]);

        // No type may stand twice in one block.
        return new GreaseValues(
            Grease.From(random[0]),
            Grease.From(random[1]),
            Grease.From(random[2]),
            Grease.From(random[5]),
            first,
            last == first ? Grease.From((byte)(random[4] ^ 0x10)) : last);
    }
}
