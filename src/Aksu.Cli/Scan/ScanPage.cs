using System.Text;
using System.Text.Encodings.Web;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;
using Aksu.Pki;

namespace Aksu.Cli.Scan;

/// <summary>A report as one page that stands alone and has no script. Every text is encoded on its way into the page.</summary>
internal sealed class ScanPage
{
    private readonly StringBuilder _page = new();
    private readonly Language _language;

    private ScanPage(Language language) => _language = language;

    public static string Create(ScanReport report, Language language)
    {
        var page = new ScanPage(language);
        page.Write(report);
        return page._page.ToString();
    }

    private void Write(ScanReport report)
    {
        string style = TracePage.Style;
        string title = ScanTexts.Title.With(report.Target).In(_language);
        string language = _language == Language.Korean ? "ko" : "en";
        string policy = $"default-src 'none'; style-src 'sha256-{TracePage.HashOf(style)}'; base-uri 'none'; form-action 'none'";
        _page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(policy).Append("\">\n<title>").Append(Text(title))
            .Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n<header>");
        Element("h1", title);
        _page.Append("</header>\n<main class=\"column\">\n");
        Section(ScanTexts.Weaknesses, () => WriteWeaknesses(report));
        Section(ScanTexts.Versions, () => WriteVersions(report));
        Section(ScanTexts.Also, () => Facts(
            (ScanTexts.Protocols, report.Protocols.Count > 0 ? string.Join(", ", report.Protocols) : ScanTexts.None.In(_language)),
            (ScanTexts.Resumption, ScanTexts.YesOrNo(report.Resumes).In(_language)),
            (ScanTexts.Staple, ScanTexts.YesOrNo(report.Verdict is null ? null : report.Staples).In(_language))));
        Section(ScanTexts.Certificates, () => WriteCertificates(report));
        _page.Append("</main>\n<footer>");
        Element("p", ScanTexts.Connections.With(report.Probes).In(_language));
        _page.Append("</footer>\n</body>\n</html>\n");
    }

    private void WriteWeaknesses(ScanReport report)
    {
        foreach (Weakness weakness in report.Weaknesses)
        {
            _page.Append(weakness.Severity == Severity.High ? "<div class=\"notice bad\">" : "<div class=\"notice\">");
            Element("b", ScanTexts.Of(weakness.Severity).In(_language));
            Element("p", weakness.Text.In(_language));
            _page.Append("</div>\n");
        }

        if (report.Weaknesses.Count == 0)
        {
            Element("p", ScanTexts.NoWeakness.In(_language));
        }
    }

    private void WriteVersions(ScanReport report)
    {
        foreach (ScannedVersion version in report.Versions)
        {
            Element("h3", $"{version.Version}: {(version.IsTaken ? ScanTexts.Offered : ScanTexts.NotOffered).In(_language)}");
            if (version.IsTaken)
            {
                Facts(
                    (ScanTexts.Suites, string.Join(", ", version.Suites.Select(KnownCodes.NameOf))),
                    (ScanTexts.Groups, string.Join(", ", version.Groups.Select(KnownCodes.NameOf))),
                    (ScanTexts.Schemes, string.Join(", ", version.Schemes.Select(KnownCodes.NameOf))),
                    (ScanTexts.Order, (version.ServerChooses ? ScanTexts.ServerOrder : ScanTexts.ClientOrder).In(_language)));
            }
        }
    }

    private void WriteCertificates(ScanReport report)
    {
        foreach (Certificate certificate in report.Certificates)
        {
            Element("p", $"{certificate.Subject} ({certificate.PublicKey}, {certificate.SignatureAlgorithmText})");
        }

        if (report.Verdict is { } verdict)
        {
            _page.Append(verdict.IsAccepted ? "<div class=\"verdict good\">" : "<div class=\"verdict bad\">");
            Element("p", verdict.Reason);
            _page.Append("</div>\n");
        }
    }

    private void Section(Phrase title, Action write)
    {
        _page.Append("<section class=\"card\">");
        Element("h2", title.In(_language));
        write();
        _page.Append("</section>\n");
    }

    private void Facts(params ReadOnlySpan<(Phrase Name, string Value)> facts)
    {
        _page.Append("<dl class=\"facts\">");
        foreach ((Phrase name, string value) in facts)
        {
            if (value.Length > 0)
            {
                Element("dt", name.In(_language));
                Element("dd", value);
            }
        }

        _page.Append("</dl>\n");
    }

    private void Element(string tag, string text) =>
        _page.Append('<').Append(tag).Append('>').Append(Text(text)).Append("</").Append(tag).Append(">\n");

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
