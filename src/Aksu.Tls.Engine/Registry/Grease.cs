namespace Aksu.Tls.Engine.Registry;

/// <summary>
/// The reserved values that a client sprinkles into its lists so that servers keep tolerating what they don't know (RFC 8701).
/// </summary>
public static class Grease
{
    /// <summary>Whether a two-byte code point is one of the sixteen reserved values 0x0A0A, 0x1A1A … 0xFAFA.</summary>
    public static bool Is(ushort value) => (value & 0x0f0f) == 0x0a0a && (value >> 8) == (value & 0xff);

    /// <summary>The reserved two-byte value that a random byte selects.</summary>
    public static ushort From(byte random)
    {
        int half = (random & 0xf0) | 0x0a;
        return (ushort)((half << 8) | half);
    }
}
