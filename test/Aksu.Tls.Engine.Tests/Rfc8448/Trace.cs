using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Rfc8448;

/// <summary>One trace of RFC 8448: what goes in, and what must come out.</summary>
internal sealed record Trace
{
    public required string Section { get; init; }

    public required byte[] ClientRandom { get; init; }

    public byte[] SessionId { get; init; } = [];

    public required byte[] ServerRandom { get; init; }

    /// <summary>The client's ephemeral keys in the order of their use.</summary>
    public required (string Group, byte[] PrivateKey)[] ClientKeys { get; init; }

    public required (string Group, byte[] PrivateKey) ServerKey { get; init; }

    public required byte[] ClientHello { get; init; }

    /// <summary>HelloRetryRequest and the second ClientHello; null without a retry.</summary>
    public (byte[] Request, byte[] SecondHello)? Retry { get; init; }

    public required byte[] ServerHello { get; init; }

    public required byte[] EncryptedExtensions { get; init; }

    public byte[]? CertificateRequest { get; init; }

    /// <summary>The server's DER certificate and its signature; null when a session is resumed.</summary>
    public (byte[] Certificate, SignatureScheme Scheme, byte[] Signature)? Server { get; init; }

    public required byte[] ServerFinished { get; init; }

    /// <summary>The tag of the one record that holds the server's protected flight: it stands for every byte of it.</summary>
    public required byte[] ServerRecordTag { get; init; }

    /// <summary>Everything that the client sends after the server's Finished, up to its own.</summary>
    public byte[] ClientFlight { get; init; } = [];

    public byte[] ClientSignature { get; init; } = [];

    /// <summary>Secrets by their label in the key log, as far as the trace has them.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    public byte[] ClientClose { get; init; } = [];

    public byte[] ServerClose { get; init; } = [];

    /// <summary>The DER certificate as a Certificate message.</summary>
    public byte[] Certificate => Support.Hello.Encode(
        new Engine.Messages.Certificate13(default, [new(Server!.Value.Certificate, Engine.Messages.ExtensionBlock.Empty)]));

    public byte[] CertificateVerify =>
        Support.Hello.Encode(new Engine.Messages.CertificateVerify(Server!.Value.Scheme, Server.Value.Signature));

    /// <summary>The protected messages of the server, one after the other.</summary>
    public byte[] ServerFlight => Server is null
        ? [.. EncryptedExtensions, .. ServerFinished]
        : [.. EncryptedExtensions, .. CertificateRequest ?? [], .. Certificate, .. CertificateVerify, .. ServerFinished];

    /// <summary>A handshake message alone in a record.</summary>
    public static byte[] Record(ushort version, byte[] message) => WireRecord.Encode(22, message, version);

    public override string ToString() => Section;
}
