using System.Text;

namespace Aksu.Pki.Names;

/// <summary>Whether one name lies in one subtree (RFC 5280 §4.2.1.10).</summary>
internal static class NameConstraintMatcher
{
    /// <summary>Whether the name lies wholly inside the subtree: the question for permitted subtrees.</summary>
    public static bool IsWithin(GeneralName name, GeneralName subtree) => name.Kind switch
    {
        GeneralNameKind.Dns => IsDnsWithin(name.Value.Span, subtree.Value.Span),
        GeneralNameKind.Email => IsMailboxWithin(name.Value.Span, subtree.Value.Span),
        GeneralNameKind.Uri => UriHost.TryFind(name.Value.Span, out ReadOnlySpan<byte> host) && IsHostIn(host, subtree.Value.Span),
        GeneralNameKind.IpAddress => IsAddressWithin(name.Value.Span, subtree.Value.Span),
        GeneralNameKind.Directory => new DistinguishedName(name.Value).IsWithin(new DistinguishedName(subtree.Value)),
        _ => false,
    };

    /// <summary>
    /// Whether any name that this one stands for (wildcards stand for many) lies in the subtree: the question for excluded subtrees.
    /// </summary>
    public static bool Touches(GeneralName name, GeneralName subtree)
    {
        if (IsWithin(name, subtree))
        {
            return true;
        }

        ReadOnlySpan<byte> pattern = name.Value.Span;
        if (name.Kind != GeneralNameKind.Dns || !DnsNameRules.IsWildcard(pattern))
        {
            return false;
        }

        // *.example.com stands for bar.example.com.
        ReadOnlySpan<byte> excluded = WithoutLeadingDot(subtree.Value.Span);
        int dot = excluded.IndexOf((byte)'.');
        return dot > 0 && Ascii.EqualsIgnoreCase(excluded[(dot + 1)..], pattern[2..]);
    }

    /// <summary>Whether a name is well-formed, so that it can be compared at all.</summary>
    public static bool CanBeJudged(GeneralName name) => name.Kind switch
    {
        GeneralNameKind.Dns => DnsNameRules.IsPattern(name.Value.Span, allowUnderscore: true),
        GeneralNameKind.Email => Mailbox.TryParse(name.Value.Span, out _),
        GeneralNameKind.Uri => UriHost.TryFind(name.Value.Span, out _),
        GeneralNameKind.IpAddress or GeneralNameKind.Directory => true,
        _ => false,
    };

    /// <summary>
    /// Whether a subtree is well-formed; RFC 5280 knows the leading dot for hosts of mailboxes and URIs, but not for DNS names.
    /// </summary>
    public static bool IsWellFormed(GeneralName subtree, bool allowLeadingDotInDns)
    {
        ReadOnlySpan<byte> text = subtree.Value.Span;
        switch (subtree.Kind)
        {
            case GeneralNameKind.Dns:
                bool hasDot = text.StartsWith("."u8);
                return text.IsEmpty
                    || ((!hasDot || allowLeadingDotInDns) && DnsNameRules.IsHostName(WithoutLeadingDot(text), allowUnderscore: true));
            case GeneralNameKind.Email:
                return text.IsEmpty || (text.Contains((byte)'@')
                    ? Mailbox.TryParse(text, out _)
                    : DnsNameRules.IsHostName(WithoutLeadingDot(text), allowUnderscore: true));
            case GeneralNameKind.Uri:
                return text.IsEmpty || DnsNameRules.IsHostName(WithoutLeadingDot(text), allowUnderscore: true);
            default:
                return true;
        }
    }

    private static bool IsDnsWithin(ReadOnlySpan<byte> name, ReadOnlySpan<byte> subtree)
    {
        // What an asterisk stands for lies strictly below the rest of the name.
        if (DnsNameRules.IsWildcard(name))
        {
            return DnsNameRules.IsWithin(name[2..], WithoutLeadingDot(subtree));
        }

        return subtree.StartsWith("."u8) ? IsStrictlyBelow(name, subtree) : DnsNameRules.IsWithin(name, subtree);
    }

    private static bool IsMailboxWithin(ReadOnlySpan<byte> name, ReadOnlySpan<byte> subtree)
    {
        if (!Mailbox.TryParse(name, out Mailbox mailbox))
        {
            return false;
        }

        if (subtree.Contains((byte)'@'))
        {
            return Mailbox.TryParse(subtree, out Mailbox allowed) && allowed.Equals(mailbox);
        }

        return subtree.IsEmpty || IsHostIn(mailbox.Host, subtree);
    }

    /// <summary>Mailboxes and URIs: a host stands for itself alone, a leading dot for everything below.</summary>
    private static bool IsHostIn(ReadOnlySpan<byte> host, ReadOnlySpan<byte> subtree)
    {
        if (subtree.IsEmpty)
        {
            return true;
        }

        return subtree[0] == '.' ? IsStrictlyBelow(host, subtree) : Ascii.EqualsIgnoreCase(host, subtree);
    }

    private static bool IsStrictlyBelow(ReadOnlySpan<byte> host, ReadOnlySpan<byte> dotted) =>
        host.Length > dotted.Length && Ascii.EqualsIgnoreCase(host[^dotted.Length..], dotted);

    private static bool IsAddressWithin(ReadOnlySpan<byte> address, ReadOnlySpan<byte> subtree)
    {
        if (subtree.Length != 2 * address.Length)
        {
            return false;
        }

        ReadOnlySpan<byte> network = subtree[..address.Length];
        ReadOnlySpan<byte> mask = subtree[address.Length..];
        for (int i = 0; i < address.Length; i++)
        {
            if (((address[i] ^ network[i]) & mask[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> WithoutLeadingDot(ReadOnlySpan<byte> name) => name.StartsWith("."u8) ? name[1..] : name;
}
