using System.Formats.Asn1;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Parsing;

/// <summary>Reads GeneralName and what is made of it (RFC 5280 §4.2.1.6, §4.2.1.10).</summary>
internal static class GeneralNameParser
{
    /// <summary>Whether addresses stand alone or with a mask (in name constraints).</summary>
    public enum AddressForm
    {
        Single,
        WithMask,
    }

    /// <summary>GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName.</summary>
    public static GeneralName[] ReadMany(DerReader names, DerSlices slices)
    {
        var found = new List<GeneralName>(4);
        while (!names.IsEmpty)
        {
            found.Add(Read(ref names, slices, AddressForm.Single));
        }

        return found.Count > 0 ? [.. found] : throw new MalformedDerException("a list of names is empty");
    }

    public static GeneralName Read(ref DerReader reader, DerSlices slices, AddressForm addressForm)
    {
        Asn1Tag tag = reader.PeekTag();
        if (tag.TagClass != TagClass.ContextSpecific || tag.TagValue > (int)GeneralNameKind.RegisteredId)
        {
            throw new MalformedDerException("a general name has an unknown kind");
        }

        var kind = (GeneralNameKind)tag.TagValue;
        switch (kind)
        {
            case GeneralNameKind.Email or GeneralNameKind.Dns or GeneralNameKind.Uri:
                ReadOnlySpan<byte> text = reader.ReadPrimitive(ContextTag.Primitive(tag.TagValue));
                return System.Text.Ascii.IsValid(text)
                    ? new GeneralName(kind, slices.Of(text))
                    : throw new MalformedDerException("a name holds characters other than ASCII");
            case GeneralNameKind.IpAddress:
                ReadOnlySpan<byte> address = reader.ReadPrimitive(ContextTag.Primitive(tag.TagValue));
                ThrowIfBadAddress(address, addressForm);
                return new GeneralName(kind, slices.Of(address));
            case GeneralNameKind.RegisteredId:
                return new GeneralName(kind, slices.Of(reader.ReadOid(ContextTag.Primitive(tag.TagValue))));
            case GeneralNameKind.Directory:
                DerReader wrapper = reader.ReadSequence(ContextTag.Constructed(tag.TagValue));
                ReadOnlySpan<byte> name = wrapper.ReadEncoded();
                wrapper.ThrowIfNotEmpty();
                DistinguishedName.Validate(name);
                return new GeneralName(kind, slices.Of(name));
            default:
                DerReader content = reader.ReadSequence(ContextTag.Constructed(tag.TagValue));
                ReadOnlySpan<byte> whole = content.Rest;
                if (kind == GeneralNameKind.Other)
                {
                    content.ReadOid();
                    DerReader value = content.ReadSequence(ContextTag.Constructed(0));
                    value.ReadEncoded();
                    value.ThrowIfNotEmpty();
                    content.ThrowIfNotEmpty();
                }

                return new GeneralName(kind, slices.Of(whole));
        }
    }

    private static void ThrowIfBadAddress(ReadOnlySpan<byte> address, AddressForm form)
    {
        int length = form == AddressForm.Single ? address.Length : address.Length / 2;
        if (length is not (4 or 16) || (form == AddressForm.WithMask && (address.Length & 1) != 0))
        {
            throw new MalformedDerException("an IP address has an impossible length");
        }

        if (form == AddressForm.WithMask && !IsContiguous(address[length..]))
        {
            throw new MalformedDerException("the mask of an IP address constraint has holes");
        }
    }

    /// <summary>RFC 5280 §4.2.1.10 wants masks in the style of RFC 4632: ones, then zeros.</summary>
    private static bool IsContiguous(ReadOnlySpan<byte> mask)
    {
        bool zerosBegan = false;
        foreach (byte octet in mask)
        {
            for (int bit = 7; bit >= 0; bit--)
            {
                bool isOne = ((octet >> bit) & 1) != 0;
                if (isOne && zerosBegan)
                {
                    return false;
                }

                zerosBegan |= !isOne;
            }
        }

        return true;
    }
}
