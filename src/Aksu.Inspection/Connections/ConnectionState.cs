using System.Diagnostics.CodeAnalysis;
using Aksu.Cryptography;
using Aksu.Inspection.Layouts;
using Aksu.Pki;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Transcript;

namespace Aksu.Inspection.Connections;

/// <summary>What is known of a connection so far, to whoever only reads along.</summary>
internal sealed class ConnectionState(TraceOptions options) : IDisposable
{
    private readonly SideKeys _clientKeys = new();
    private readonly SideKeys _serverKeys = new();

    public ClientHello? ClientHello { get; set; }

    public ServerHello? ServerHello { get; set; }

    /// <summary>The negotiated version; null until a ServerHello tells it.</summary>
    public ProtocolVersion? Version { get; set; }

    /// <summary>How keys are exchanged in TLS 1.2 and before.</summary>
    public KeyExchangeMethod? KeyExchange { get; set; }

    public Agreed Agreed { get; set; } = new();

    public TranscriptHash Transcript { get; } = new();

    public List<KeyStep> Keys { get; } = [];

    public List<Certificate> ServerCertificates { get; } = [];

    public List<Certificate> ClientCertificates { get; } = [];

    /// <summary>Public keys that were sent without a certificate around them (RFC 7250).</summary>
    public Dictionary<TlsSide, ReadOnlyMemory<byte>> BareKeys { get; } = [];

    public bool ShowSecrets => options.ShowSecrets;

    public CryptographyProvider Provider { get; } = CryptographyProvider.Default;

    public SideKeys KeysOf(TlsSide side) => side == TlsSide.Client ? _clientKeys : _serverKeys;

    public List<Certificate> CertificatesOf(TlsSide side) => side == TlsSide.Client ? ClientCertificates : ServerCertificates;

    /// <summary>A secret of the key log; null when it is not there.</summary>
    public byte[]? Secret(string label) => ClientHello is { } hello ? options.Keys?.Find(label, hello.Random.Span) : null;

    /// <summary>A value for the trace: nothing unless secrets are shown.</summary>
    public ReadOnlyMemory<byte>? Shown(byte[]? secret)
    {
        if (!options.ShowSecrets || secret is null)
        {
            return null;
        }

        return secret.ToArray();
    }

    /// <summary>How the next message of that type is read.</summary>
    public LayoutContext ContextOf(HandshakeType type, bool isRetry)
    {
        bool isTls13 = Version == ProtocolVersion.Tls13;
        return new LayoutContext
        {
            Version = Version ?? ProtocolVersion.Tls12,
            KeyExchange = KeyExchange,
            Extensions = type == HandshakeType.ClientHello ? ExtensionMessage.ClientHello
                : isRetry ? ExtensionMessage.HelloRetryRequest
                : type == HandshakeType.ServerHello ? isTls13 ? ExtensionMessage.ServerHello : ExtensionMessage.ServerHello12
                : type == HandshakeType.EncryptedExtensions ? ExtensionMessage.EncryptedExtensions
                : type == HandshakeType.CertificateRequest ? ExtensionMessage.CertificateRequest
                : type == HandshakeType.NewSessionTicket ? ExtensionMessage.NewSessionTicket
                : ExtensionMessage.Certificate,
        };
    }

    /// <summary>The public key of a side's own certificate.</summary>
    public bool TryImportKey(TlsSide side, [NotNullWhen(true)] out VerificationKey? key)
    {
        ReadOnlyMemory<byte> info = CertificatesOf(side) is [{ } leaf, ..] ? leaf.SubjectPublicKeyInfo : BareKeys.GetValueOrDefault(side);
        key = info.IsEmpty ? null : Provider.ImportPublicKey(info.Span);
        return key is not null;
    }

    public void Dispose()
    {
        _clientKeys.Dispose();
        _serverKeys.Dispose();
        Transcript.Dispose();
    }
}
