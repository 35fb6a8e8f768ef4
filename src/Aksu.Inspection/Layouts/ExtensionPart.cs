using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Layouts;

/// <summary>One extension (RFC 9846 §4.3): its type, its length, and a body whose form the type and the message decide.</summary>
internal sealed class ExtensionPart() : Part("Extension", null, "RFC 9846 §4.3")
{
    private const int TypeWidth = 2;
    private const int LengthWidth = 2;

    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        ulong code = reader.Number(TypeWidth);
        int length = (int)reader.Number(LengthWidth);
        FieldReader inside = reader.Within(length);
        Part layout = ExtensionLayouts.Of(new ExtensionType((ushort)code), context.Extensions);
        var children = new List<Field>
        {
            new("extension_type", start, TypeWidth) { Value = $"{layout.Name} ({FieldText.Hexadecimal(code, TypeWidth)})" },
            new("length", start + TypeWidth, LengthWidth) { Text = FieldText.Bytes(length) },
        };
        string value = "";
        if (length > 0)
        {
            try
            {
                Field body = layout.Read(inside, context);
                value = body.Value;
                children.AddRange(body.Children.Count > 0 && layout is StructurePart ? body.Children : [body]);
            }
            catch (MalformedFieldException e)
            {
                children.Add(FaultAt(inside, e.Reason));
            }

            if (inside.Remaining > 0)
            {
                children.Add(FaultAt(inside, FieldTexts.LeftOver));
            }
        }

        return new Field(layout.Name, start, reader.Position - start)
        {
            Value = value,
            Meaning = layout.Meaning,
            Section = layout.Section,
            Children = children,
        };
    }
}
