using System.Net;
using System.Text;
using Aksu.Pki;

namespace Aksu.Tls.Negotiation;

/// <summary>The names for which a server presents a certificate: its subject alternative names.</summary>
internal static class LeafNames
{
    /// <summary>
    /// Host names in lower case and addresses as text. No client asks for an address by SNI (RFC 6066 §3), but with one in the list a
    /// certificate for an address alone does not count as one for any name.
    /// </summary>
    public static IReadOnlyList<string> Of(Certificate leaf)
    {
        var names = new List<string>();
        foreach (GeneralName name in leaf.SubjectAlternativeNames)
        {
            ReadOnlySpan<byte> value = name.Value.Span;
            if (name.Kind == GeneralNameKind.Dns && Ascii.IsValid(value))
            {
                names.Add(Encoding.ASCII.GetString(value).ToLowerInvariant());
            }
            else if (name.Kind == GeneralNameKind.IpAddress && value.Length is 4 or 16)
            {
                names.Add(new IPAddress(value).ToString());
            }
        }

        return names;
    }
}
