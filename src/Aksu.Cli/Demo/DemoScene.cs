using System.Globalization;
using System.Net;
using Aksu.Ca;
using Aksu.Cli.Terminal;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;

namespace Aksu.Cli.Demo;

/// <summary>
/// The authority, the two identities, and the words before and after the handshake. Disposing it wipes the keys.
/// </summary>
internal sealed class DemoScene : IDisposable
{
    private const string ServerName = "localhost";
    private const string ClientName = "alice@example.com";
    private const int FieldWidth = 15;

    private readonly EmbeddedAuthority _authority;

    /// <param name="apply">Puts what the person asked for into options: versions, suites, groups.</param>
    /// <param name="key">The kind of key that everybody gets.</param>
    /// <param name="isMutual">Whether the client has a certificate too, and the server demands it.</param>
    public DemoScene(Func<TlsOptions, TlsOptions> apply, KeyRequest key, bool isMutual)
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

    public DemoPlan Plan { get; }

    public TlsClientOptions ClientOptions { get; }

    public TlsServerOptions ServerOptions { get; }

    /// <summary>The words before the handshake.</summary>
    public void Open(Screen screen, IPEndPoint place)
    {
        screen.Line();
        screen.Write("  ");
        screen.Write("Aksu", Tone.Strong);
        screen.Line($" {screen.Glyphs.Dot} a TLS handshake, step by step");
        screen.Line();
        screen.Paragraph(2, string.Create(CultureInfo.InvariantCulture,
            $"A client and a server, both in this process, meet over a real socket ({place}). Everything below is told by the two as it happens."));

        screen.Heading("Before: somebody to vouch");
        screen.Paragraph(2, "Anybody can say \"I am localhost\". So a certificate authority vouches for names with its signature. This one was made a "
            + "moment ago and lives in memory only.");
        screen.Line();
        TellCertificate(screen, "root", _authority.RootCertificate, "signs itself");
        if (_authority.IntermediateCertificate is { } intermediate)
        {
            TellCertificate(screen, "intermediate", intermediate, "signed by the root");
        }

        TellCertificate(screen, "server", Plan.Server.Certificate, IssuedText(Plan.Server));
        if (Plan.Client is { } client)
        {
            TellCertificate(screen, "client", client.Certificate, IssuedText(client));
        }

        screen.Line();
        screen.Paragraph(2, Plan.IsMutual
            ? "Client and server are given the root, and so they can check each other."
            : "The client is given the root: that is all it needs to check the server.");

        screen.Heading("The handshake");
        string plain = string.Concat(Enumerable.Repeat(screen.Glyphs.Line, 2)) + screen.Glyphs.HeadRight;
        string secret = string.Concat(Enumerable.Repeat(screen.Glyphs.DoubleLine, 2)) + screen.Glyphs.HeadRight;
        screen.Line($"  {plain} anybody on the way can read it     {secret} encrypted", Tone.Quiet);
    }

    /// <summary>The words after it.</summary>
    public void Close(Screen screen, TlsConnectionInfo info, TimeSpan duration)
    {
        screen.Heading("What came of it");
        screen.Field(2, FieldWidth, "version", info.Version.ToString());
        screen.Field(2, FieldWidth, "cipher suite", info.CipherSuite.ToString());
        screen.Field(2, FieldWidth, "key exchange", info.Group?.ToString() ?? "RSA key transport");
        screen.Field(2, FieldWidth, "signature", info.SignatureScheme?.ToString() ?? "none");
        screen.Field(2, FieldWidth, "server is", Identified(info));
        screen.Field(2, FieldWidth, "client is", Plan.Client is { } client
            ? HandshakeStory.CommonName(client.Certificate)
            : "anonymous (aksu demo --mutual shows both sides prove who they are)");
        screen.Field(2, FieldWidth, "took", string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.0} ms, this text included"));
        screen.Line();
        screen.Paragraph(2, "Next: aksu connect example.com, or aksu serve --www DIR. Each has --help.", Tone.Quiet);
        screen.Line();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Plan.Server.Dispose();
        Plan.Client?.Dispose();
        _authority.Dispose();
    }

    private static string Identified(TlsConnectionInfo info) => info.Verdict is { Path: { } path } && info.PeerCertificate is { } certificate
        ? $"{HandshakeStory.CommonName(certificate)}, vouched for by {HandshakeStory.CommonName(path.Certificates[^1])}"
        : "not known";

    private static string IssuedText(Identity identity) => string.Create(CultureInfo.InvariantCulture,
        $"for {string.Join(", ", identity.Certificate.SubjectAlternativeNames.Select(NameText.Of))}; valid to {identity.Certificate.NotAfter:yyyy-MM-dd}");

    private static void TellCertificate(Screen screen, string role, Certificate certificate, string how)
    {
        screen.Field(4, FieldWidth, role, HandshakeStory.CommonName(certificate), Tone.Authority);
        screen.Field(4, FieldWidth, "", $"{certificate.PublicKey}, {how}");
    }
}
