using Aksu.Cryptography;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A key that both sides agreed on outside TLS; it owns the secret.</summary>
internal sealed class ExternalKeys : IDisposable
{
    private readonly Secret _secret;

    public ExternalKeys(byte fill = 0x42)
    {
        _secret = new Secret(32);
        _secret.Span.Fill(fill);
    }

    public ExternalPreSharedKey Of(string hash = "SHA-256", string identity = "the key") =>
        new(System.Text.Encoding.ASCII.GetBytes(identity), _secret, hash);

    public void Dispose() => _secret.Dispose();
}
