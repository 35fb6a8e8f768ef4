using System.Formats.Asn1;

namespace Aksu.Ca.Writing;

/// <summary>Context-specific tags [0], [1] … as X.509 uses them.</summary>
internal static class Tags
{
    public static Asn1Tag Primitive(int number) => new(TagClass.ContextSpecific, number);

    public static Asn1Tag Constructed(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
