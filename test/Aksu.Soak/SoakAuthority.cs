using Aksu.Ca;
using Aksu.Pki;
using Aksu.Tls;

namespace Aksu.Soak;

/// <summary>An authority in memory, and options that trust it; nothing is kept between connections unless a test says so.</summary>
internal static class SoakAuthority
{
    public const string Host = "server.soak";

    private static readonly Lazy<EmbeddedAuthority> Authority = new(static () => EmbeddedAuthority.Create("Soak authority"));
    private static readonly Lazy<Identity> Server = new(static () => Authority.Value.IssueServer(Host, "127.0.0.1"));

    public static string RootPem => Authority.Value.RootPem;

    public static TlsClientOptions ClientOptions => new() { Trust = Authority.Value.Trust, ResumeSessions = false };

    public static TlsServerOptions ServerOptions => new() { Identities = [Server.Value] };
}
