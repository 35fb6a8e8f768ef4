using Aksu.Inspection.Fields;

namespace Aksu.Inspection.Layouts;

/// <summary>A part whose form depends on what was negotiated.</summary>
internal sealed class ChoicePart(string name, Func<LayoutContext, Part> choose) : Part(name, null, null)
{
    public override Field Read(FieldReader reader, LayoutContext context) => choose(context).Read(reader, context);
}
