using System.Globalization;
using System.Net;
using Aksu.Pki;

namespace Aksu.Ca;

/// <summary>A name to certify: a DNS name (a wildcard too), an IP address, a mailbox or a URI.</summary>
public sealed record SubjectAlternativeName
{
    private SubjectAlternativeName(GeneralNameKind kind, string text, IPAddress? address = null)
    {
        Kind = kind;
        Text = text;
        Address = address;
    }

    /// <summary>What kind of name it is.</summary>
    public GeneralNameKind Kind { get; }

    /// <summary>The name, in ASCII form.</summary>
    public string Text { get; }

    internal IPAddress? Address { get; }

    /// <summary>
    /// Takes a name as people type it and finds its kind by its form. Internationalised DNS names are turned into their ASCII form.
    /// </summary>
    /// <exception cref="FormatException">It is none of the kinds.</exception>
    public static SubjectAlternativeName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Contains("://", StringComparison.Ordinal) && System.Text.Ascii.IsValid(name))
        {
            return new SubjectAlternativeName(GeneralNameKind.Uri, name);
        }

        if (name.IndexOf('@', StringComparison.Ordinal) > 0 && System.Text.Ascii.IsValid(name))
        {
            return new SubjectAlternativeName(GeneralNameKind.Email, name);
        }

        const string Wildcard = "*.";
        bool isWildcard = name.StartsWith(Wildcard, StringComparison.Ordinal);
        if (!ServerIdentity.TryParse(isWildcard ? name[Wildcard.Length..] : name, out ServerIdentity? identity)
            || (isWildcard && identity.IsIPAddress))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"'{name}' can't be certified: it is no DNS name, wildcard, IP address, e-mail address or URI."));
        }

        return identity.Address is { } address
            ? new SubjectAlternativeName(GeneralNameKind.IpAddress, identity.Text, address)
            : new SubjectAlternativeName(GeneralNameKind.Dns, (isWildcard ? Wildcard : "") + identity.Text);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
