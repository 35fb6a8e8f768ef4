namespace Aksu.Tls.Engine.Registry;

/// <summary>What a record carries (RFC 9846 §5.1). An open code point: unknown values survive.</summary>
public readonly record struct ContentType(byte Value)
{
    /// <summary>change_cipher_spec.</summary>
    public static readonly ContentType ChangeCipherSpec = new(20);

    /// <summary>alert.</summary>
    public static readonly ContentType Alert = new(21);

    /// <summary>handshake.</summary>
    public static readonly ContentType Handshake = new(22);

    /// <summary>application_data.</summary>
    public static readonly ContentType ApplicationData = new(23);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        20 => "change_cipher_spec",
        21 => "alert",
        22 => "handshake",
        23 => "application_data",
        _ => $"0x{Value:X2}",
    };
}
