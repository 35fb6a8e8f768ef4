using System.Security.Cryptography;
using System.Text;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Inspection.Probes;

/// <summary>
/// A ClientHello that asks a server what it takes, without the means to go on: with no key share a server of TLS 1.3 answers with the group
/// that it wants, and older ones show their choice before any key is needed.
/// </summary>
public sealed record HelloOffer
{
    private const int RandomLength = 32;

    /// <summary>The one version that is offered.</summary>
    public required ProtocolVersion Version { get; init; }

    /// <summary>The suites; those that do not belong to the version are the caller's matter.</summary>
    public required IReadOnlyList<CipherSuite> CipherSuites { get; init; }

    /// <summary>The groups.</summary>
    public required IReadOnlyList<NamedGroup> Groups { get; init; }

    /// <summary>The signature schemes.</summary>
    public required IReadOnlyList<SignatureScheme> SignatureSchemes { get; init; }

    /// <summary>The name to ask for; null for none.</summary>
    public string? ServerName { get; init; }

    /// <summary>The hello in a record.</summary>
    public byte[] ToRecord()
    {
        bool isTls13 = Version == ProtocolVersion.Tls13;
        ExtensionBlock extensions = ExtensionBlock.Of(
            ServerName is { } name ? new RawExtension(
                ExtensionType.ServerName, Vector16([0, .. Vector16(Encoding.ASCII.GetBytes(name))])) : null,
            isTls13 ? new RawExtension(ExtensionType.SupportedVersions, [2, 3, 4]) : null,
            new RawExtension(ExtensionType.SupportedGroups, Codes(Groups.Select(static group => group.Value))),
            isTls13 ? null : new RawExtension(ExtensionType.EcPointFormats, [1, 0]),
            Version.Value < ProtocolVersion.Tls12.Value
                ? null
                : new RawExtension(ExtensionType.SignatureAlgorithms, Codes(SignatureSchemes.Select(static scheme => scheme.Value))),
            isTls13 ? new RawExtension(ExtensionType.KeyShare, [0, 0]) : new RawExtension(ExtensionType.ExtendedMainSecret, []),
            isTls13 ? null : new RawExtension(ExtensionType.RenegotiationInfo, [0]));
        var hello = new ClientHello(
            isTls13 ? ProtocolVersion.Tls12 : Version,
            RandomNumberGenerator.GetBytes(RandomLength),
            isTls13 ? RandomNumberGenerator.GetBytes(RandomLength) : ReadOnlyMemory<byte>.Empty,
            [.. CipherSuites],
            new byte[1],
            extensions);
        using var writer = new WireWriter();
        HandshakeMessage.Write(writer, hello);
        byte[] record = new byte[RecordHeader.Size + writer.WrittenSpan.Length];
        new RecordHeader(ContentType.Handshake, ProtocolVersion.Tls10, writer.WrittenSpan.Length).Write(record);
        writer.WrittenSpan.CopyTo(record.AsSpan(RecordHeader.Size));
        return record;
    }

    private static byte[] Vector16(byte[] content) => [(byte)(content.Length >> 8), (byte)content.Length, .. content];

    private static byte[] Codes(IEnumerable<ushort> values) => Vector16(
        [.. values.SelectMany(static value => new[] { (byte)(value >> 8), (byte)value })]);

    /// <summary>An extension whose body is given.</summary>
    private sealed class RawExtension(ExtensionType type, byte[] body) : IExtensionBody
    {
        public ExtensionType Type => type;

        public void Encode(WireWriter writer) => writer.WriteBytes(body);
    }
}
