using System.Globalization;
using Aksu.Ca;
using Aksu.Cli.Terminal;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;

namespace Aksu.Cli.Demo;

/// <summary>An authority that both trust, and the certificates that it issues.</summary>
internal sealed class CertificateScene : DemoScene
{
    private const string ClientName = "alice@example.com";
    private const int FieldWidth = 15;

    private readonly EmbeddedAuthority _authority;

    /// <param name="apply">Puts what the person asked for into options: versions, suites, groups.</param>
    /// <param name="key">The kind of key that everybody gets.</param>
    /// <param name="isMutual">Whether the client has a certificate too, and the server demands it.</param>
    public CertificateScene(Func<TlsOptions, TlsOptions> apply, KeyRequest key, bool isMutual)
    {
        _authority = EmbeddedAuthority.Create("Aksu demo", key);
        Identity server = _authority.Issue(new IssueOptions { Names = [ServerName, "127.0.0.1", "::1"], Key = key });
        Identity? client = isMutual
            ? _authority.Issue(new IssueOptions { Names = [ClientName], Key = key, ForServer = false, ForClient = true })
            : null;
        ClientOptions = (TlsClientOptions)apply(new TlsClientOptions
        {
            Trust = _authority.Trust,
            Identities = client is null ? [] : [client],
        });
        ServerOptions = (TlsServerOptions)apply(new TlsServerOptions
        {
            Trust = _authority.Trust,
            Identities = [server],
            ClientAuthentication = isMutual ? ClientAuthentication.Required : ClientAuthentication.None,
            TicketCount = 1,
        });
        Plan = new DemoPlan(ServerName, ClientOptions, server, client);
    }

    public override DemoPlan Plan { get; }

    public override TlsClientOptions ClientOptions { get; }

    public override TlsServerOptions ServerOptions { get; }

    public override void TellBefore(Screen screen)
    {
        screen.Heading("Before: somebody to vouch");
        screen.Paragraph(2, "Anybody can say \"I am localhost\". So a certificate authority vouches for names with its "
            + "signature. This one was made a moment ago and lives in memory only.");
        screen.Line();
        TellCertificate(screen, "root", _authority.RootCertificate, "signs itself");
        if (_authority.IntermediateCertificate is { } intermediate)
        {
            TellCertificate(screen, "intermediate", intermediate, "signed by the root");
        }

        TellCertificate(screen, "server", Plan.Server!.Certificate, IssuedText(Plan.Server));
        if (Plan.Client is { } client)
        {
            TellCertificate(screen, "client", client.Certificate, IssuedText(client));
        }

        screen.Line();
        screen.Paragraph(2, Plan.IsMutual
            ? "Client and server are given the root, and so they can check each other."
            : "The client is given the root: that is all it needs to check the server.");
    }

    public override string TellServer(TlsConnectionInfo info) =>
        info.Verdict is { Path: { } path } && info.PeerCertificate is { } certificate
            ? $"{HandshakeStory.CommonName(certificate)}, vouched for by {HandshakeStory.CommonName(path.Certificates[^1])}"
            : "not known";

    public override string TellClient() => Plan.Client is { } client
        ? HandshakeStory.CommonName(client.Certificate)
        : "anonymous; with --mutual it proves who it is, too";

    public override void Dispose()
    {
        Plan.Server!.Dispose();
        Plan.Client?.Dispose();
        _authority.Dispose();
    }

    private static string IssuedText(Identity identity)
    {
        string names = string.Join(", ", identity.Certificate.SubjectAlternativeNames.Select(NameText.Of));
        return string.Create(CultureInfo.InvariantCulture, $"for {names}; valid to {identity.Certificate.NotAfter:yyyy-MM-dd}");
    }

    private static void TellCertificate(Screen screen, string role, Certificate certificate, string how)
    {
        screen.Field(4, FieldWidth, role, HandshakeStory.CommonName(certificate), Tone.Authority);
        screen.Field(4, FieldWidth, "", $"{certificate.PublicKey}, {how}");
    }
}
