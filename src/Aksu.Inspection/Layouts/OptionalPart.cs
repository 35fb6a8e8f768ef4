using Aksu.Inspection.Fields;

namespace Aksu.Inspection.Layouts;

/// <summary>A part that may be left out at the end of a structure; the structure asks only where bytes are left.</summary>
internal sealed class OptionalPart(Part part) : Part(part.Name, part.Meaning, part.Section)
{
    public override IEnumerable<Part> Inner => [part];

    public override Field Read(FieldReader reader, LayoutContext context) => part.Read(reader, context);
}
