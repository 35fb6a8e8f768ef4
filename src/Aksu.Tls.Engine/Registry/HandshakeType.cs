namespace Aksu.Tls.Engine.Registry;

/// <summary>The type of a handshake message (RFC 9846 §4, RFC 5246 §7.4). An open code point: unknown values survive.</summary>
public readonly record struct HandshakeType(byte Value)
{
    /// <summary>hello_request (TLS 1.2).</summary>
    public static readonly HandshakeType HelloRequest = new(0);

    /// <summary>client_hello.</summary>
    public static readonly HandshakeType ClientHello = new(1);

    /// <summary>server_hello.</summary>
    public static readonly HandshakeType ServerHello = new(2);

    /// <summary>new_session_ticket.</summary>
    public static readonly HandshakeType NewSessionTicket = new(4);

    /// <summary>end_of_early_data.</summary>
    public static readonly HandshakeType EndOfEarlyData = new(5);

    /// <summary>encrypted_extensions.</summary>
    public static readonly HandshakeType EncryptedExtensions = new(8);

    /// <summary>certificate.</summary>
    public static readonly HandshakeType Certificate = new(11);

    /// <summary>server_key_exchange (TLS 1.2).</summary>
    public static readonly HandshakeType ServerKeyExchange = new(12);

    /// <summary>certificate_request.</summary>
    public static readonly HandshakeType CertificateRequest = new(13);

    /// <summary>server_hello_done (TLS 1.2).</summary>
    public static readonly HandshakeType ServerHelloDone = new(14);

    /// <summary>certificate_verify.</summary>
    public static readonly HandshakeType CertificateVerify = new(15);

    /// <summary>client_key_exchange (TLS 1.2).</summary>
    public static readonly HandshakeType ClientKeyExchange = new(16);

    /// <summary>finished.</summary>
    public static readonly HandshakeType Finished = new(20);

    /// <summary>certificate_status (TLS 1.2, RFC 6066 §8).</summary>
    public static readonly HandshakeType CertificateStatus = new(22);

    /// <summary>key_update.</summary>
    public static readonly HandshakeType KeyUpdate = new(24);

    /// <summary>message_hash, the stand-in for a first ClientHello (RFC 9846 §4.1).</summary>
    public static readonly HandshakeType MessageHash = new(254);

    /// <summary>The registered name, or the value in hexadecimal.</summary>
    public override string ToString() => Value switch
    {
        0 => "hello_request",
        1 => "client_hello",
        2 => "server_hello",
        4 => "new_session_ticket",
        5 => "end_of_early_data",
        8 => "encrypted_extensions",
        11 => "certificate",
        12 => "server_key_exchange",
        13 => "certificate_request",
        14 => "server_hello_done",
        15 => "certificate_verify",
        16 => "client_key_exchange",
        20 => "finished",
        22 => "certificate_status",
        24 => "key_update",
        254 => "message_hash",
        _ => $"0x{Value:X2}",
    };
}
