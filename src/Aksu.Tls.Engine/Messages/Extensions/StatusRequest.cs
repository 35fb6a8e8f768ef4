using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>status_request in ClientHello: a stapled OCSP response is wanted (RFC 6066 §8, RFC 9846 §4.5.1.1).</summary>
/// <param name="StatusType">1 is OCSP; a server ignores others, and the rest of the body with them.</param>
/// <param name="ResponderIds">DER ResponderIDs that the client trusts; empty for any.</param>
/// <param name="RequestExtensions">DER Extensions for the OCSP request; may be empty.</param>
internal sealed record StatusRequestOffer(byte StatusType, ReadOnlyMemory<byte>[] ResponderIds, ReadOnlyMemory<byte> RequestExtensions)
    : IExtensionBody
{
    private const string Name = "status_request";

    /// <summary>The usual request: OCSP, any responder.</summary>
    public static readonly StatusRequestOffer Ocsp = new(CertificateStatus.OcspType, [], default);

    public ExtensionType Type => ExtensionType.StatusRequest;

    public static StatusRequestOffer Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        byte type = reader.ReadUInt8();
        if (type != CertificateStatus.OcspType)
        {
            return new StatusRequestOffer(type, [], reader.ReadRest());
        }

        WireReader list = reader.Nested16();
        ReadOnlyMemory<byte> extensions = reader.ReadVector16();
        reader.ExpectEnd();
        var responders = new List<ReadOnlyMemory<byte>>();
        while (!list.IsAtEnd)
        {
            if (responders.Count == ListLimits.OcspResponders)
            {
                throw Fault.TooManyEntries(Name, ListLimits.OcspResponders);
            }

            responders.Add(list.ReadVector16(min: 1));
        }

        return new StatusRequestOffer(type, [.. responders], extensions);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt8(StatusType);
        if (StatusType != CertificateStatus.OcspType)
        {
            writer.WriteBytes(RequestExtensions.Span);
            return;
        }

        using (writer.Vector16())
        {
            foreach (ReadOnlyMemory<byte> responder in ResponderIds)
            {
                using WireWriter.Scope scope = writer.Vector16();
                writer.WriteBytes(responder.Span);
            }
        }

        using WireWriter.Scope extensions = writer.Vector16();
        writer.WriteBytes(RequestExtensions.Span);
    }
}

/// <summary>
/// status_request in CertificateRequest (RFC 9846 §4.5.1.1) and in the ServerHello of TLS 1.2, which a CertificateStatus message follows
/// (RFC 6066 §8), where it is empty.
/// </summary>
internal sealed record StatusRequestIndication : IExtensionBody
{
    public ExtensionType Type => ExtensionType.StatusRequest;

    public static StatusRequestIndication Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "status_request").ExpectEnd();
        return new StatusRequestIndication();
    }

    public void Encode(WireWriter writer)
    {
    }
}

/// <summary>
/// CertificateStatus: the body of status_request in a TLS 1.3 certificate entry (RFC 9846 §4.5.1.1) and of the TLS 1.2 message of that
/// name (RFC 6066 §8).
/// </summary>
/// <param name="OcspResponse">A DER OCSPResponse; not empty.</param>
internal sealed record CertificateStatus(ReadOnlyMemory<byte> OcspResponse) : IExtensionBody
{
    /// <summary>The only registered CertificateStatusType of use: ocsp.</summary>
    public const byte OcspType = 1;

    private const string Name = "CertificateStatus";

    public ExtensionType Type => ExtensionType.StatusRequest;

    public static CertificateStatus Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        if (reader.ReadUInt8() != OcspType)
        {
            throw Fault.InvalidValue(Name);
        }

        ReadOnlyMemory<byte> response = reader.ReadVector24(min: 1);
        reader.ExpectEnd();
        return new CertificateStatus(response);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt8(OcspType);
        using WireWriter.Scope scope = writer.Vector24();
        writer.WriteBytes(OcspResponse.Span);
    }
}
