using Aksu.Inspection.Certificates;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Layouts;

/// <summary>A structure of ASN.1 (a certificate, an OCSP response) behind its length.</summary>
internal sealed class DerVectorPart(string name, int lengthWidth, Phrase? meaning, string? section) : Part(name, meaning, section)
{
    public override Field Read(FieldReader reader, LayoutContext context)
    {
        context.Count(reader);
        int start = reader.Position;
        int length = (int)reader.Number(lengthWidth);
        int at = reader.Position;
        ReadOnlyMemory<byte> der = reader.Take(length);
        Field content = DerFields.Read(der, at, Name == "response" ? "OCSPResponse" : "Certificate");
        return FieldFrom(
            start, reader, content.Value, [new Field("length", start, lengthWidth) { Text = FieldText.Bytes(length) }, content]);
    }
}
