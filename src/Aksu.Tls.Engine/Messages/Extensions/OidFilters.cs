using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>One certificate extension that the client's certificate must have (RFC 9846 §4.3.5).</summary>
/// <param name="Oid">The extension's object identifier in DER; not empty.</param>
/// <param name="Values">The values that it must hold, in DER; may be empty.</param>
internal readonly record struct OidFilter(ReadOnlyMemory<byte> Oid, ReadOnlyMemory<byte> Values);

/// <summary>oid_filters in CertificateRequest (RFC 9846 §4.3.5).</summary>
/// <param name="Filters">No object identifier twice; may be empty.</param>
internal sealed record OidFilters(OidFilter[] Filters) : IExtensionBody
{
    private const string Name = "oid_filters";

    public ExtensionType Type => ExtensionType.OidFilters;

    public static OidFilters Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        WireReader list = reader.Nested16();
        reader.ExpectEnd();
        var filters = new List<OidFilter>();
        while (!list.IsAtEnd)
        {
            if (filters.Count == ListLimits.OidFilters)
            {
                throw Fault.TooManyEntries(Name, ListLimits.OidFilters);
            }

            var filter = new OidFilter(list.ReadVector8(min: 1), list.ReadVector16());
            foreach (OidFilter before in filters)
            {
                if (before.Oid.Span.SequenceEqual(filter.Oid.Span))
                {
                    throw Fault.InvalidValue(Name);
                }
            }

            filters.Add(filter);
        }

        return new OidFilters([.. filters]);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (OidFilter filter in Filters)
        {
            using (writer.Vector8())
            {
                writer.WriteBytes(filter.Oid.Span);
            }

            using WireWriter.Scope values = writer.Vector16();
            writer.WriteBytes(filter.Values.Span);
        }
    }
}
