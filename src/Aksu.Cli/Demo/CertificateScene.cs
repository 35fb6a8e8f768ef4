using System.Globalization;
using Aksu.Ca;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
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

    public override void TellBefore(Screen screen, Language language)
    {
        screen.Heading(DemoTexts.Before.In(language));
        screen.Paragraph(2, DemoTexts.BeforeText.In(language));
        screen.Line();
        TellCertificate(DemoTexts.Root, _authority.RootCertificate, DemoTexts.SignsItself);
        if (_authority.IntermediateCertificate is { } intermediate)
        {
            TellCertificate(DemoTexts.Intermediate, intermediate, DemoTexts.SignedByRoot);
        }

        TellCertificate(DemoTexts.Server, Plan.Server!.Certificate, IssuedText(Plan.Server));
        if (Plan.Client is { } client)
        {
            TellCertificate(DemoTexts.Client, client.Certificate, IssuedText(client));
        }

        screen.Line();
        screen.Paragraph(2, (Plan.IsMutual ? DemoTexts.BothHaveRoot : DemoTexts.ClientHasRoot).In(language));
        if (Flaw is { } flaw)
        {
            screen.Line();
            Phrase notice = Plan.IsMutual ? DemoTexts.ServerShouldNotice : DemoTexts.ClientShouldNotice;
            screen.Marked(2, "!", Tone.Warning, notice.With(flaw.Story.With(Plan.IsMutual ? ClientName : ServerName)).In(language));
        }

        void TellCertificate(Phrase role, Certificate certificate, Phrase how)
        {
            screen.Field(4, FieldWidth, role.In(language), HandshakeStory.CommonName(certificate), Tone.Authority);
            screen.Field(4, FieldWidth, "", $"{LibrarySentences.Of(certificate.PublicKey).In(language)}, {how.In(language)}");
        }
    }

    public override Phrase TellServer(TlsConnectionInfo info) =>
        info.Verdict is { Path: { } path } && info.PeerCertificate is { } certificate
            ? DemoTexts.VouchedFor.With(HandshakeStory.CommonName(certificate), HandshakeStory.CommonName(path.Certificates[^1]))
            : DemoTexts.NotKnown;

    public override Phrase TellClient() =>
        Plan.Client is { } client ? Phrase.Same(HandshakeStory.CommonName(client.Certificate)) : DemoTexts.Anonymous;

    public override void Dispose()
    {
        Plan.Server!.Dispose();
        Plan.Client?.Dispose();
        _authority.Dispose();
    }

    /// <summary>A client staples nothing: the server looks into the authority's list.</summary>
    private static RevocationPolicy ListsOf(EmbeddedAuthority authority) =>
        new() { Mode = RevocationMode.Soft, Crls = CrlStore.Of([authority.MakeCrl()]) };

    private static Phrase IssuedText(Identity identity)
    {
        string names = string.Join(", ", identity.Certificate.SubjectAlternativeNames.Select(NameText.Of));
        string day = identity.Certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return DemoTexts.Issued.With(identity.Certificate.Issuer.CommonName ?? identity.Certificate.Issuer.ToString(), names, day);
    }
}
