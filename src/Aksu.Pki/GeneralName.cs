using System.Net;
using System.Text;
using Aksu.Pki.Asn1;

namespace Aksu.Pki;

/// <summary>A name of one of several kinds, as subjectAltName and name constraints hold them (RFC 5280 §4.2.1.6).</summary>
public readonly struct GeneralName
{
    internal GeneralName(GeneralNameKind kind, ReadOnlyMemory<byte> value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>What kind of name it is.</summary>
    public GeneralNameKind Kind { get; }

    /// <summary>The content: ASCII text, address octets, or the DER of the name inside. Valid as long as the certificate.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>
    /// The name for people, e.g. <c>DNS:example.com</c> or <c>IP:127.0.0.1</c>; control characters are shown as question marks.
    /// </summary>
    public override string ToString() => Kind switch
    {
        GeneralNameKind.Email => "email:" + Ascii(),
        GeneralNameKind.Dns => "DNS:" + Ascii(),
        GeneralNameKind.Uri => "URI:" + Ascii(),
        GeneralNameKind.Directory => "directory:" + new DistinguishedName(Value),
        GeneralNameKind.IpAddress => "IP:" + AddressText(),
        GeneralNameKind.RegisteredId => "OID:" + Oids.ToText(Value.Span),
        _ => "other name (kind " + (int)Kind + ")",
    };

    internal string Ascii() =>
        string.Create(Value.Length, Value, static (text, value) =>
        {
            ReadOnlySpan<byte> bytes = value.Span;
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = bytes[i] is >= 0x20 and < 0x7F ? (char)bytes[i] : '?';
            }
        });

    private string AddressText()
    {
        ReadOnlySpan<byte> bytes = Value.Span;
        if (bytes.Length is 4 or 16)
        {
            return new IPAddress(bytes).ToString();
        }

        var text = new StringBuilder();
        int half = bytes.Length / 2;
        return text.Append(new IPAddress(bytes[..half])).Append('/').Append(new IPAddress(bytes[half..])).ToString();
    }
}
