using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>signed_certificate_timestamp in ClientHello and CertificateRequest, empty (RFC 6962 §3.3.1, RFC 9846 §4.5.1.1).</summary>
internal sealed record SignedCertificateTimestampRequest : IExtensionBody
{
    public ExtensionType Type => ExtensionType.SignedCertificateTimestamp;

    public static SignedCertificateTimestampRequest Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "signed_certificate_timestamp").ExpectEnd();
        return new SignedCertificateTimestampRequest();
    }

    public void Encode(WireWriter writer)
    {
    }
}

/// <summary>signed_certificate_timestamp in a certificate entry or the ServerHello of TLS 1.2 (RFC 6962 §3.3).</summary>
/// <param name="Timestamps">At least one serialized timestamp, none empty.</param>
internal sealed record SignedCertificateTimestamps(ReadOnlyMemory<byte>[] Timestamps) : IExtensionBody
{
    private const string Name = "signed_certificate_timestamp";

    public ExtensionType Type => ExtensionType.SignedCertificateTimestamp;

    public static SignedCertificateTimestamps Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16(min: 1);
        reader.ExpectEnd();
        var timestamps = new List<ReadOnlyMemory<byte>>();
        while (!list.IsAtEnd)
        {
            if (timestamps.Count == ListLimits.SignedCertificateTimestamps)
            {
                throw Fault.TooManyEntries(Name, ListLimits.SignedCertificateTimestamps);
            }

            timestamps.Add(list.ReadVector16(min: 1));
        }

        return new SignedCertificateTimestamps([.. timestamps]);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (ReadOnlyMemory<byte> timestamp in Timestamps)
        {
            using WireWriter.Scope scope = writer.Vector16();
            writer.WriteBytes(timestamp.Span);
        }
    }
}
