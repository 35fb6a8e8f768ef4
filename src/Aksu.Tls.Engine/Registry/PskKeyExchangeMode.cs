namespace Aksu.Tls.Engine.Registry;

/// <summary>How a pre-shared key is used (RFC 9846 §4.3.9). An open code point: unknown values survive.</summary>
public readonly record struct PskKeyExchangeMode(byte Value)
{
    /// <summary>PSK alone: no forward secrecy.</summary>
    public static readonly PskKeyExchangeMode PskKe = new(0);

    /// <summary>PSK with (EC)DHE.</summary>
    public static readonly PskKeyExchangeMode PskDheKe = new(1);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0 => "psk_ke",
        1 => "psk_dhe_ke",
        _ => $"0x{Value:X2}",
    };
}
