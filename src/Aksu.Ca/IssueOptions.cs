namespace Aksu.Ca;

/// <summary>What certificate to issue. The defaults make an ordinary server certificate. Immutable.</summary>
public sealed record IssueOptions
{
    /// <summary>The names to certify: DNS names (wildcards too), IP addresses, mailboxes, URIs. At least one is needed.</summary>
    public required IReadOnlyList<string> Names
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value];
        }
    }

    /// <summary>Whether it may be used by TLS servers.</summary>
    public bool ForServer { get; init; } = true;

    /// <summary>Whether it may be used by TLS clients.</summary>
    public bool ForClient { get; init; }

    /// <summary>The common name of the subject; null for the first name, empty for none.</summary>
    public string? CommonName { get; init; }

    /// <summary>The key to make.</summary>
    public KeyRequest Key { get; init; } = KeyRequest.Default;

    /// <summary>First moment of validity; null for an hour ago, so that clocks may differ a little.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Last moment of validity; null for <see cref="DefaultLifetime"/> from now (but not beyond the authority's own).</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Whether servers that use it must staple an OCSP response (RFC 7633).</summary>
    public bool MustStaple { get; init; }

    /// <summary>Lifetime when none is given: what public authorities may issue from 2026 on is 200 days, and 90 is good practice.</summary>
    public static TimeSpan DefaultLifetime { get; } = TimeSpan.FromDays(90);
}
