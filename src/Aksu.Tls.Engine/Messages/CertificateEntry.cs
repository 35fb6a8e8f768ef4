using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>One entry of a TLS 1.3 certificate list (RFC 9846 §4.5.1).</summary>
/// <param name="Data">A DER certificate, or a SubjectPublicKeyInfo where raw public keys were negotiated (RFC 7250); not empty.</param>
/// <param name="Extensions">For example status_request and signed_certificate_timestamp.</param>
internal readonly record struct CertificateEntry(ReadOnlyMemory<byte> Data, ExtensionBlock Extensions)
{
    public static CertificateEntry Decode(ref WireReader reader, string message) =>
        new(reader.ReadVector24(min: 1), ExtensionBlock.Decode(ref reader, message));

    public void Encode(WireWriter writer)
    {
        using (writer.Vector24())
        {
            writer.WriteBytes(Data.Span);
        }

        Extensions.Encode(writer);
    }
}
