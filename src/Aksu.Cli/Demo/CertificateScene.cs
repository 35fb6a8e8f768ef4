using System.Globalization;
using Aksu.Ca;
using Aksu.Cli.Terminal;
using Aksu.Pki;
using Aksu.Pki.Revocation;
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
    /// <param name="flaw">What is wrong with the last certificate that is shown; null for nothing.</param>
    public CertificateScene(Func<TlsOptions, TlsOptions> apply, KeyRequest key, bool isMutual, DemoFlaw? flaw)
    {
        Flaw = flaw;
        _authority = EmbeddedAuthority.Create("Aksu demo", key);
        Identity server = DemoIssuance.Issue(
            _authority, new IssueOptions { Names = [ServerName, "127.0.0.1", "::1"], Key = key }, isMutual ? null : flaw);
        Identity? client = isMutual
            ? DemoIssuance.Issue(
                _authority, new IssueOptions { Names = [ClientName], Key = key, ForServer = false, ForClient = true }, flaw)
            : null;
        ClientOptions = (TlsClientOptions)apply(new TlsClientOptions
        {
            Trust = _authority.Trust,
            Identities = client is null ? [] : [client],
        });
        ServerOptions = (TlsServerOptions)apply(new TlsServerOptions
        {
            Trust = _authority.Trust,
            Identities = [TlsIdentity.From(server, _authority.MakeOcspResponse(server.Certificate))],
            ClientAuthentication = isMutual ? ClientAuthentication.Required : ClientAuthentication.None,
            Verification = VerificationPolicy.Default with { Revocation = ListsOf(_authority) },

            // A client that is told the authorities would not even show a certificate of another one.
            SendClientAuthorities = flaw != DemoFlaw.UnknownAuthority,
            TicketCount = 1,
        });
        Plan = new DemoPlan(ServerName, ClientOptions, server, client);
    }

    public override DemoPlan Plan { get; }

    public override DemoFlaw? Flaw { get; }

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
        if (Flaw is { } flaw)
        {
            screen.Line();
            string story = string.Format(CultureInfo.InvariantCulture, flaw.Story, Plan.IsMutual ? ClientName : ServerName);
            screen.Marked(2, "!", Tone.Warning, $"{story} The {(Plan.IsMutual ? "server" : "client")} should notice.");
        }
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

    /// <summary>A client staples nothing: the server looks into the authority's list.</summary>
    private static RevocationPolicy ListsOf(EmbeddedAuthority authority) =>
        new() { Mode = RevocationMode.Soft, Crls = CrlStore.Of([authority.MakeCrl()]) };

    private static string IssuedText(Identity identity)
    {
        string names = string.Join(", ", identity.Certificate.SubjectAlternativeNames.Select(NameText.Of));
        return string.Create(CultureInfo.InvariantCulture,
            $"issued by {identity.Certificate.Issuer.CommonName} for {names}; valid to {identity.Certificate.NotAfter:yyyy-MM-dd}");
    }

    private static void TellCertificate(Screen screen, string role, Certificate certificate, string how)
    {
        screen.Field(4, FieldWidth, role, HandshakeStory.CommonName(certificate), Tone.Authority);
        screen.Field(4, FieldWidth, "", $"{certificate.PublicKey}, {how}");
    }
}
