namespace Aksu.Tls.Engine.Registry;

/// <summary>A protocol version as it stands on the wire. An open code point: unknown values survive.</summary>
public readonly record struct ProtocolVersion(ushort Value)
{
    /// <summary>SSL 2.0 (RFC 6176: refused).</summary>
    public static readonly ProtocolVersion Ssl2 = new(0x0002);

    /// <summary>SSL 3.0 (RFC 7568: refused).</summary>
    public static readonly ProtocolVersion Ssl3 = new(0x0300);

    /// <summary>TLS 1.0 (RFC 2246; RFC 8996: by opting in only).</summary>
    public static readonly ProtocolVersion Tls10 = new(0x0301);

    /// <summary>TLS 1.1 (RFC 4346; RFC 8996: by opting in only).</summary>
    public static readonly ProtocolVersion Tls11 = new(0x0302);

    /// <summary>TLS 1.2 (RFC 5246).</summary>
    public static readonly ProtocolVersion Tls12 = new(0x0303);

    /// <summary>TLS 1.3 (RFC 9846).</summary>
    public static readonly ProtocolVersion Tls13 = new(0x0304);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0x0002 => "SSL 2.0",
        0x0300 => "SSL 3.0",
        0x0301 => "TLS 1.0",
        0x0302 => "TLS 1.1",
        0x0303 => "TLS 1.2",
        0x0304 => "TLS 1.3",
        _ => $"0x{Value:X4}",
    };
}
