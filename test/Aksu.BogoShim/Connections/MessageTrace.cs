using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Connections;

/// <summary>Writes down what goes over the connection, as the runner wants to see it.</summary>
internal sealed class MessageTrace : TlsObserver
{
    private readonly StringBuilder _lines = new();

    public string Text => _lines.ToString();

    /// <summary>certificate_types of a CertificateRequest of TLS 1.2 or before; null when none came.</summary>
    public byte[]? CertificateTypes { get; private set; }

    /// <summary>The suite of a client's connection, as soon as it is decided.</summary>
    public CipherSuite? CipherSuite { get; private set; }

    public override void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message)
    {
        Add(direction, $"hs {type.Value}");
        if (direction == TlsDirection.Received && type == HandshakeType.CertificateRequest
            && CipherSuite is not { Value: >= 0x1301 and <= 0x13ff })
        {
            CertificateTypes = message.Slice(5, message[4]).ToArray();
        }

        if (direction == TlsDirection.Received && type == HandshakeType.ServerHello)
        {
            int sessionIdLength = message[38];
            CipherSuite = new CipherSuite(BinaryPrimitives.ReadUInt16BigEndian(message[(39 + sessionIdLength)..]));
        }
    }

    public override void OnChangeCipherSpec(TlsDirection direction) => Add(direction, "ccs");

    public override void OnAlert(TlsDirection direction, AlertDescription alert) =>
        Add(direction, string.Create(
            CultureInfo.InvariantCulture, $"alert {(alert == AlertDescription.CloseNotify ? 1 : 2)} {alert.Value}"));

    private void Add(TlsDirection direction, string what) =>
        _lines.Append(direction == TlsDirection.Sent ? "write " : "read ").Append(what).Append('\n');
}
