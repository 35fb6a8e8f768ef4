using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Text;

namespace Aksu.Pki.Tests.Names;

/// <summary>
/// Names in the string types of the past, and in parts of several values: the same name is the same, or an authority might certify what its
/// name constraints exclude.
/// </summary>
public sealed class OlderStringTypeTests
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";
    private const int UniversalString = 28;

    [Theory]
    [InlineData("Bücher")]
    [InlineData("BÜCHER ")]
    [InlineData("plain")]
    public void One_text_is_one_name_in_every_type(string text)
    {
        DistinguishedName name = Name(Part(Text(CommonName, UniversalTagNumber.UTF8String, text)));

        Assert.Equal(name, Name(Part(Text(CommonName, UniversalTagNumber.BMPString, text))));
        Assert.Equal(name, Name(Part(Text(CommonName, UniversalTagNumber.TeletexString, text))));
        Assert.Equal(name, Name(Part(Universal(CommonName, text))));
    }

    [Fact]
    public void Another_text_is_another_name_in_every_type()
    {
        DistinguishedName name = Name(Part(Text(CommonName, UniversalTagNumber.UTF8String, "Bücher")));

        Assert.NotEqual(name, Name(Part(Text(CommonName, UniversalTagNumber.BMPString, "Bucher"))));
        Assert.NotEqual(name, Name(Part(Text(CommonName, UniversalTagNumber.TeletexString, "Bucher"))));
        Assert.NotEqual(name, Name(Part(Universal(CommonName, "Bucher"))));
    }

    [Fact]
    public void Values_of_one_part_have_no_order()
    {
        // As DER sorts them, and as it sorts them in the other case: the capitals come first.
        DistinguishedName name = Name(Part(Utf8(CommonName, "B"), Utf8(CommonName, "a")));

        Assert.Equal(name, Name(Part(Utf8(CommonName, "A"), Utf8(CommonName, "b"))));
        Assert.NotEqual(name, Name(Part(Utf8(CommonName, "a")), Part(Utf8(CommonName, "b"))));
        Assert.NotEqual(name, Name(Part(Utf8(CommonName, "a"))));
        Assert.NotEqual(name, Name(Part(Utf8(CommonName, "a"), Utf8(Organization, "b"))));
    }

    private static byte[] Utf8(string type, string value) => Text(type, UniversalTagNumber.UTF8String, value);

    private static byte[] Text(string type, UniversalTagNumber kind, string value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            if (kind == UniversalTagNumber.TeletexString)
            {
                // .NET writes ASCII alone in this type; what stands in certificates is Latin-1.
                writer.WriteEncodedValue([(byte)kind, (byte)value.Length, .. Encoding.Latin1.GetBytes(value)]);
            }
            else
            {
                writer.WriteCharacterString(kind, value);
            }
        }

        return writer.Encode();
    }

    private static byte[] Universal(string type, string value)
    {
        byte[] octets = new byte[4 * value.Length];
        for (int i = 0; i < value.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(octets.AsSpan(4 * i), value[i]);
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            writer.WriteEncodedValue([UniversalString, (byte)octets.Length, .. octets]);
        }

        return writer.Encode();
    }

    private static byte[] Part(params byte[][] attributes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            foreach (byte[] attribute in attributes)
            {
                writer.WriteEncodedValue(attribute);
            }
        }

        return writer.Encode();
    }

    private static DistinguishedName Name(params byte[][] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (byte[] part in parts)
            {
                writer.WriteEncodedValue(part);
            }
        }

        return DistinguishedName.Parse(writer.Encode());
    }
}
