using Aksu.Ca;
using Aksu.Pki;

namespace Aksu.Tls.Tests.Support;

/// <summary>An authority in memory and what it issued, made once for all tests.</summary>
internal static class TestAuthority
{
    public const string Host = "server.test";
    public const string OtherHost = "other.test";
    public const string ClientName = "client.test";

    private static readonly Lazy<EmbeddedAuthority> LazyAuthority = new(() => EmbeddedAuthority.Create("Test authority"));
    private static readonly Lazy<EmbeddedAuthority> LazyStranger = new(() => EmbeddedAuthority.Create("Unknown authority"));
    private static readonly Lazy<Identity> LazyServer = new(() => Authority.IssueServer(Host, "localhost", "127.0.0.1"));
    private static readonly Lazy<Identity> LazyOther = new(() => Authority.IssueServer(OtherHost));
    private static readonly Lazy<Identity> LazyClient = new(() => Authority.IssueClient(ClientName));
    private static readonly Lazy<TrustStore> LazyTrust = new(() => Authority.Trust);

    public static EmbeddedAuthority Authority => LazyAuthority.Value;

    /// <summary>An authority that nobody trusts.</summary>
    public static EmbeddedAuthority Stranger => LazyStranger.Value;

    public static TrustStore Trust => LazyTrust.Value;

    public static Identity Server => LazyServer.Value;

    public static Identity Other => LazyOther.Value;

    public static Identity Client => LazyClient.Value;

    public static TlsClientOptions ClientOptions => new() { Trust = Trust };

    public static TlsServerOptions ServerOptions => new() { Identities = [Server] };
}
