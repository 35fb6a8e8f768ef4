namespace Aksu.Tls.Engine.Registry;

/// <summary>A group for key exchange (RFC 9846 §4.3.7). An open code point: unknown values survive.</summary>
public readonly record struct NamedGroup(ushort Value)
{
    /// <summary>NIST P-256.</summary>
    public static readonly NamedGroup Secp256r1 = new(0x0017);

    /// <summary>NIST P-384.</summary>
    public static readonly NamedGroup Secp384r1 = new(0x0018);

    /// <summary>NIST P-521.</summary>
    public static readonly NamedGroup Secp521r1 = new(0x0019);

    /// <summary>X25519 (RFC 7748).</summary>
    public static readonly NamedGroup X25519 = new(0x001d);

    /// <summary>X448 (RFC 7748).</summary>
    public static readonly NamedGroup X448 = new(0x001e);

    /// <summary>ffdhe2048 (RFC 7919).</summary>
    public static readonly NamedGroup Ffdhe2048 = new(0x0100);

    /// <summary>ffdhe3072 (RFC 7919).</summary>
    public static readonly NamedGroup Ffdhe3072 = new(0x0101);

    /// <summary>ffdhe4096 (RFC 7919).</summary>
    public static readonly NamedGroup Ffdhe4096 = new(0x0102);

    /// <summary>ffdhe6144 (RFC 7919).</summary>
    public static readonly NamedGroup Ffdhe6144 = new(0x0103);

    /// <summary>ffdhe8192 (RFC 7919).</summary>
    public static readonly NamedGroup Ffdhe8192 = new(0x0104);

    /// <summary>X25519MLKEM768 (RFC 10024).</summary>
    public static readonly NamedGroup X25519MlKem768 = new(0x11ec);

    /// <summary>Whether it is a finite field of RFC 7919; TLS 1.2 and before use such a group with DHE alone.</summary>
    public bool IsFiniteField => Value is >= 0x0100 and <= 0x01ff;

    /// <summary>Whether it is a curve, which TLS 1.2 and before use with ECDHE.</summary>
    public bool IsCurve => Value is (>= 0x0017 and <= 0x0019) or 0x001d or 0x001e;

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0x0017 => "secp256r1",
        0x0018 => "secp384r1",
        0x0019 => "secp521r1",
        0x001d => "x25519",
        0x001e => "x448",
        0x0100 => "ffdhe2048",
        0x0101 => "ffdhe3072",
        0x0102 => "ffdhe4096",
        0x0103 => "ffdhe6144",
        0x0104 => "ffdhe8192",
        0x11ec => "X25519MLKEM768",
        _ => $"0x{Value:X4}",
    };
}
