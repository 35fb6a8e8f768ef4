namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>The messages that carry extensions: the columns of the table in RFC 9846 §4.3.</summary>
internal enum ExtensionMessage
{
    /// <summary>ClientHello of any version.</summary>
    ClientHello,

    /// <summary>ServerHello of TLS 1.3.</summary>
    ServerHello,

    /// <summary>HelloRetryRequest.</summary>
    HelloRetryRequest,

    /// <summary>EncryptedExtensions.</summary>
    EncryptedExtensions,

    /// <summary>An entry of a TLS 1.3 Certificate.</summary>
    Certificate,

    /// <summary>CertificateRequest of TLS 1.3.</summary>
    CertificateRequest,

    /// <summary>NewSessionTicket of TLS 1.3.</summary>
    NewSessionTicket,

    /// <summary>ServerHello of TLS 1.2 and before.</summary>
    ServerHello12,
}
