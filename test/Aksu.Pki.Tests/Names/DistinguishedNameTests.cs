using System.Formats.Asn1;

namespace Aksu.Pki.Tests.Names;

public sealed class DistinguishedNameTests
{
    [Fact]
    public void Case_spaces_and_string_type_do_not_count() =>
        Assert.Equal(
            Name(("2.5.4.10", UniversalTagNumber.UTF8String, "Example  Corp "), ("2.5.4.3", UniversalTagNumber.UTF8String, "Root")),
            Name(("2.5.4.10", UniversalTagNumber.PrintableString, "example corp"),
                ("2.5.4.3", UniversalTagNumber.PrintableString, "ROOT")));

    [Fact]
    public void Equal_names_have_equal_hash_codes() =>
        Assert.Equal(
            Name(("2.5.4.3", UniversalTagNumber.UTF8String, "Ä  Root")).GetHashCode(),
            Name(("2.5.4.3", UniversalTagNumber.UTF8String, "ä root")).GetHashCode());

    [Fact]
    public void Order_and_type_of_parts_count()
    {
        DistinguishedName name = Name(("2.5.4.10", UniversalTagNumber.UTF8String, "a"), ("2.5.4.3", UniversalTagNumber.UTF8String, "b"));
        Assert.NotEqual(name, Name(("2.5.4.3", UniversalTagNumber.UTF8String, "b"), ("2.5.4.10", UniversalTagNumber.UTF8String, "a")));
        Assert.NotEqual(name, Name(("2.5.4.10", UniversalTagNumber.UTF8String, "a")));
        Assert.NotEqual(name, Name(("2.5.4.11", UniversalTagNumber.UTF8String, "a"), ("2.5.4.3", UniversalTagNumber.UTF8String, "b")));
    }

    [Fact]
    public void A_name_lies_within_each_of_its_beginnings()
    {
        DistinguishedName ancestor = Name(("2.5.4.10", UniversalTagNumber.PrintableString, "EXAMPLE"));
        Assert.True(
            Name(("2.5.4.10", UniversalTagNumber.UTF8String, "Example"),
                ("2.5.4.3", UniversalTagNumber.UTF8String, "b")).IsWithin(ancestor));
        Assert.False(
            Name(("2.5.4.10", UniversalTagNumber.UTF8String, "Example2"),
                ("2.5.4.3", UniversalTagNumber.UTF8String, "b")).IsWithin(ancestor));
        Assert.False(Name().IsWithin(ancestor));
        Assert.True(ancestor.IsWithin(Name()));
    }

    [Fact]
    public void Text_is_most_specific_first_and_escaped()
    {
        DistinguishedName name = Name(
            ("2.5.4.6", UniversalTagNumber.PrintableString, "KR"), ("2.5.4.3", UniversalTagNumber.UTF8String, "a,b\u001b[31m\u202e #x "));
        Assert.Equal("CN=a\\,b\\u001b[31m\\u202e #x\\ ,C=KR", name.ToString());
        Assert.Equal("a,b\u001b[31m\u202e #x ", name.CommonName);
    }

    private static DistinguishedName Name(params (string Oid, UniversalTagNumber Type, string Value)[] parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((string oid, UniversalTagNumber type, string value) in parts)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                    writer.WriteCharacterString(type, value);
                }
            }
        }

        return DistinguishedName.Parse(writer.Encode());
    }
}
