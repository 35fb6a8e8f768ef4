using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>A vector of variable length (RFC 9846 §3.4): its length in bytes, then one element, or as many as fit.</summary>
internal sealed class VectorPart(string name, int lengthWidth, Part element, bool isRepeated, Phrase? meaning, string? section)
    : Part(name, meaning, section)
{
    private const int MaxSummaryLength = 160;

    private static readonly Phrase LengthMeaning = new("How many bytes follow.", "뒤따르는 바이트 수입니다.");

    public override IEnumerable<Part> Inner => [element];

    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        int length = (int)reader.Number(lengthWidth);
        var children = new List<Field>
        {
            new("length", start, lengthWidth) { Text = FieldText.Bytes(length), Meaning = LengthMeaning, Section = "RFC 9846 §3.4" },
        };
        FieldReader inside = reader.Within(Math.Min(length, reader.Remaining));
        string value = isRepeated ? ReadAll(inside, context, children) : ReadOne(inside, context, children);
        if (length > inside.Position - start - lengthWidth + inside.Remaining)
        {
            children.Add(FaultAt(reader, FieldTexts.CutOff.With(FieldText.Bytes(length))));
        }

        return FieldFrom(start, reader, value, children);
    }

    private string ReadAll(FieldReader inside, LayoutContext context, List<Field> children)
    {
        while (inside.Remaining > 0)
        {
            try
            {
                children.Add(element.Read(inside, context));
            }
            catch (MalformedFieldException e)
            {
                children.Add(FaultAt(inside, e.Reason));
            }
        }

        return Summary(children);
    }

    private string ReadOne(FieldReader inside, LayoutContext context, List<Field> children)
    {
        try
        {
            Field content = element.Read(inside, context);
            if (element is BytesPart)
            {
                children.Add(new Field("content", content.Offset, content.Length) { Value = content.Value });
            }
            else
            {
                children.Add(content);
            }

            if (inside.Remaining > 0)
            {
                children.Add(FaultAt(inside, FieldTexts.LeftOver));
            }

            return content.Value;
        }
        catch (MalformedFieldException e)
        {
            children.Add(FaultAt(inside, e.Reason));
            return "";
        }
    }

    /// <summary>The elements in a row, as far as there is room.</summary>
    private static string Summary(List<Field> children)
    {
        var summary = new System.Text.StringBuilder();
        foreach (Field child in children.Skip(1))
        {
            if (summary.Length > MaxSummaryLength)
            {
                return summary.Append(" …").ToString();
            }

            string value = child.Value.Length > 0 && !child.IsFault ? WithoutNumber(child.Value) : "";
            summary.Append(summary.Length > 0 && value.Length > 0 ? ", " : "").Append(value);
        }

        return summary.ToString();
    }

    private static string WithoutNumber(string value)
    {
        int end = value.EndsWith(')') ? value.LastIndexOf(" (0x", StringComparison.Ordinal) : -1;
        return end > 0 ? value[..end] : value;
    }
}
