using Aksu.Pki.Asn1;

namespace Aksu.Pki.Parsing;

/// <summary>Reads DistributionPoint (RFC 5280 §4.2.1.13) and collects the addresses it gives.</summary>
internal static class DistributionPointParser
{
    public static void Read(DerReader point, DerSlices slices, List<ReadOnlyMemory<byte>> locations)
    {
        if (point.NextIs(ContextTag.Constructed(0)))
        {
            DerReader name = point.ReadSequence(ContextTag.Constructed(0));
            ReadName(ref name, slices, locations);
            name.ThrowIfNotEmpty();
        }

        if (point.NextIs(ContextTag.Primitive(1)))
        {
            point.ReadBitString(out _, ContextTag.Primitive(1));
        }

        if (point.NextIs(ContextTag.Constructed(2)))
        {
            GeneralNameParser.ReadMany(point.ReadSequence(ContextTag.Constructed(2)), slices);
        }

        point.ThrowIfNotEmpty();
    }

    /// <summary>DistributionPointName: full names, or a part to add to the issuer's name.</summary>
    public static void ReadName(ref DerReader name, DerSlices slices, List<ReadOnlyMemory<byte>> locations)
    {
        if (!name.NextIs(ContextTag.Constructed(0)))
        {
            name.ReadSequence(ContextTag.Constructed(1));
            return;
        }

        foreach (GeneralName full in GeneralNameParser.ReadMany(name.ReadSequence(ContextTag.Constructed(0)), slices))
        {
            if (full.Kind == GeneralNameKind.Uri)
            {
                locations.Add(full.Value);
            }
        }
    }
}
