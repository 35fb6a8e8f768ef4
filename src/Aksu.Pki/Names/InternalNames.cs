using System.Net;

namespace Aksu.Pki.Names;

/// <summary>
/// Names that mean something else in every network, so that no public authority may certify them: Internal Names and Reserved IP Addresses
/// (CA/Browser baseline requirements §1.6.1).
/// </summary>
internal static class InternalNames
{
    /// <summary>The ranges that people use (RFC 6890): loopback, private, link-local, shared, documentation.</summary>
    private static readonly IPNetwork[] Reserved =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("2001:db8::/32"),
    ];

    public static bool IsInternal(GeneralName name) => name.Kind switch
    {
        GeneralNameKind.Dns => !name.Value.Span.Contains((byte)'.'),
        GeneralNameKind.IpAddress => Array.Exists(Reserved, network => network.Contains(new IPAddress(name.Value.Span))),
        _ => false,
    };
}
