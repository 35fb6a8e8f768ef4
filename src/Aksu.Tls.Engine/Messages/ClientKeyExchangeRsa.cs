using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of RSA key transport (RFC 5246 §7.4.7.1).</summary>
/// <param name="EncryptedPreMasterSecret">
/// The pre-master secret under the server's key. Only its length is public: whether it decrypts must not show in any answer.
/// </param>
internal sealed record ClientKeyExchangeRsa(ReadOnlyMemory<byte> EncryptedPreMasterSecret) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangeRsa Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> encrypted = reader.ReadVector16();
        reader.ExpectEnd();
        return new ClientKeyExchangeRsa(encrypted);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(EncryptedPreMasterSecret.Span);
    }
}
