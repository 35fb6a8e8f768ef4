using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>Parts one after the other. Where one does not fit, those before it are shown, and what is left is a fault.</summary>
internal sealed class StructurePart(string name, Part[] parts, Phrase? meaning, string? section) : Part(name, meaning, section)
{
    public override IEnumerable<Part> Inner => parts;

    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        var children = new List<Field>(parts.Length);
        foreach (Part part in parts)
        {
            try
            {
                if (part is not OptionalPart || reader.Remaining > 0)
                {
                    children.Add(part.Read(reader, context));
                }
            }
            catch (MalformedFieldException e)
            {
                children.Add(FaultAt(reader, FieldTexts.InPart.With(part.Name, e.Reason)));
                break;
            }
        }

        // A structure in a list is told by its pieces; the first ones say most.
        string value = string.Join(" ", children
            .Where(static child => !child.IsFault && (child.Children.Count == 0 || child.Value.Length < 64))
            .Select(static child => child.Value).Where(static text => text.Length is > 0 and < 80).Take(2));
        return FieldFrom(start, reader, value, children);
    }
}
