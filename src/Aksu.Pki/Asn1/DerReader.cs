using System.Formats.Asn1;

namespace Aksu.Pki.Asn1;

/// <summary>
/// Reads DER from a span without allocating; each read is checked by System.Formats.Asn1, which throws <see cref="AsnContentException"/>.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> source)
{
    private const AsnEncodingRules Rules = AsnEncodingRules.DER;

    private ReadOnlySpan<byte> _rest = source;

    public readonly bool IsEmpty => _rest.IsEmpty;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>The next tag; the end of the data is an error.</summary>
    public readonly Asn1Tag PeekTag() => Asn1Tag.Decode(_rest, out _);

    /// <summary>Whether a value with this tag comes next.</summary>
    public readonly bool NextIs(Asn1Tag tag) =>
        !_rest.IsEmpty && Asn1Tag.TryDecode(_rest, out Asn1Tag next, out _) && next.HasSameClassAndValue(tag);

    /// <summary>The next value whole: tag, length and content.</summary>
    public ReadOnlySpan<byte> ReadEncoded()
    {
        AsnDecoder.ReadEncodedValue(_rest, Rules, out _, out _, out int consumed);
        return Take(consumed);
    }

    public DerReader ReadSequence(Asn1Tag? tag = null)
    {
        AsnDecoder.ReadSequence(_rest, Rules, out int offset, out int length, out int consumed, tag);
        return new DerReader(Take(consumed).Slice(offset, length));
    }

    public DerReader ReadSetOf()
    {
        AsnDecoder.ReadSetOf(_rest, Rules, out int offset, out int length, out int consumed);
        return new DerReader(Take(consumed).Slice(offset, length));
    }

    public bool ReadBoolean(Asn1Tag? tag = null)
    {
        bool value = AsnDecoder.ReadBoolean(_rest, Rules, out int consumed, tag);
        Take(consumed);
        return value;
    }

    /// <summary>Content bytes of an INTEGER: two's complement, big-endian, shortest form.</summary>
    public ReadOnlySpan<byte> ReadInteger(Asn1Tag? tag = null)
    {
        ReadOnlySpan<byte> value = AsnDecoder.ReadIntegerBytes(_rest, Rules, out int consumed, tag);
        Take(consumed);
        return value;
    }

    /// <summary>An INTEGER that must lie between 0 and <see cref="int.MaxValue"/>; larger ones read as that maximum.</summary>
    public int ReadNonNegative(Asn1Tag? tag = null)
    {
        ReadOnlySpan<byte> value = ReadInteger(tag);
        if ((value[0] & 0x80) != 0)
        {
            throw new MalformedDerException("a number that must not be negative is negative");
        }

        long number = 0;
        foreach (byte octet in value)
        {
            number = (number << 8) | octet;
            if (number > int.MaxValue)
            {
                return int.MaxValue;
            }
        }

        return (int)number;
    }

    public int ReadEnumerated()
    {
        ReadOnlySpan<byte> value = AsnDecoder.ReadEnumeratedBytes(_rest, Rules, out int consumed);
        Take(consumed);
        return value.Length == 1 && value[0] < 0x80 ? value[0] : throw new MalformedDerException("an enumerated value is out of range");
    }

    /// <summary>Content bytes of an OBJECT IDENTIFIER, checked for shortest form.</summary>
    public ReadOnlySpan<byte> ReadOid(Asn1Tag? tag = null)
    {
        ReadOnlySpan<byte> value = ReadPrimitive(tag ?? Asn1Tag.ObjectIdentifier);
        Oids.ThrowIfMalformed(value);
        return value;
    }

    public ReadOnlySpan<byte> ReadBitString(out int unusedBits, Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadPrimitiveBitString(_rest, Rules, out unusedBits, out ReadOnlySpan<byte> value, out int consumed, tag))
        {
            throw new MalformedDerException("a bit string is not in primitive form");
        }

        Take(consumed);
        return value;
    }

    /// <summary>A BIT STRING that holds whole octets (keys, signatures).</summary>
    public ReadOnlySpan<byte> ReadOctetsInBitString(Asn1Tag? tag = null)
    {
        ReadOnlySpan<byte> value = ReadBitString(out int unusedBits, tag);
        return unusedBits == 0 ? value : throw new MalformedDerException("a bit string has unused bits where whole octets are needed");
    }

    public ReadOnlySpan<byte> ReadOctetString(Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadPrimitiveOctetString(_rest, Rules, out ReadOnlySpan<byte> value, out int consumed, tag))
        {
            throw new MalformedDerException("an octet string is not in primitive form");
        }

        Take(consumed);
        return value;
    }

    /// <summary>The content of a primitive value with exactly this tag.</summary>
    public ReadOnlySpan<byte> ReadPrimitive(Asn1Tag tag)
    {
        Asn1Tag found = AsnDecoder.ReadEncodedValue(_rest, Rules, out int offset, out int length, out int consumed);
        if (found.IsConstructed || !found.HasSameClassAndValue(tag))
        {
            throw new MalformedDerException("a value has another type than the structure demands");
        }

        return Take(consumed).Slice(offset, length);
    }

    public void ReadNull()
    {
        AsnDecoder.ReadNull(_rest, Rules, out int consumed);
        Take(consumed);
    }

    /// <summary>UTCTime or GeneralizedTime in the only forms RFC 5280 §4.1.2.5 allows: seconds given, no fraction, Zulu.</summary>
    public DateTimeOffset ReadTime(out bool isGeneralized)
    {
        isGeneralized = NextIs(Asn1Tag.GeneralizedTime);
        return isGeneralized ? ReadGeneralizedTime() : ReadUtcTime();
    }

    public DateTimeOffset ReadGeneralizedTime()
    {
        const int LengthWithoutFraction = 15;
        AsnDecoder.ReadEncodedValue(_rest, Rules, out _, out int length, out _);
        DateTimeOffset time = AsnDecoder.ReadGeneralizedTime(_rest, Rules, out int consumed);
        Take(consumed);
        return length == LengthWithoutFraction ? time : throw new MalformedDerException("a time has fractions of a second");
    }

    /// <summary>Every structure must be read to its end: bytes left over are an error.</summary>
    public readonly void ThrowIfNotEmpty()
    {
        if (!_rest.IsEmpty)
        {
            throw new MalformedDerException("bytes follow where the structure ends");
        }
    }

    private DateTimeOffset ReadUtcTime()
    {
        // RFC 5280 §4.1.2.5.1: two-digit years mean 1950 to 2049.
        DateTimeOffset time = AsnDecoder.ReadUtcTime(_rest, Rules, out int consumed, twoDigitYearMax: 2049);
        Take(consumed);
        return time;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
