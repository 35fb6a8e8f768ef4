using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Inspection.Views;
using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>
/// A report as one page that stands alone and has no script: both languages are in it, and its style shows the one that is chosen. Every
/// text is encoded on its way into the page.
/// </summary>
internal sealed class ScanPage
{
    private readonly StringBuilder _page = new();

    private ScanPage()
    {
    }

    /// <summary>The page.</summary>
    /// <param name="report">What it shows.</param>
    /// <param name="language">The language that it begins with.</param>
    public static string Create(ScanReport report, Language language)
    {
        var page = new ScanPage();
        page.Write(report, language);
        return page._page.ToString();
    }

    private void Write(ScanReport report, Language language)
    {
        string style = TracePage.Style;
        Phrase title = ScanTexts.Title.With(report.Target);
        string code = language == Language.Korean ? "ko" : "en";
        string policy = $"default-src 'none'; style-src 'sha256-{TracePage.HashOf(style)}'; base-uri 'none'; form-action 'none'";
        _page.Append("<!DOCTYPE html>\n<html lang=\"").Append(code).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(policy).Append("\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
            .Append(Encoded(title.In(language))).Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n")
            .Append("<header><div class=\"bar\">\n");
        Element("h1", title);
        WriteChoices(language);
        _page.Append("</div></header>\n<main class=\"column\">\n");
        Section(ScanTexts.Weaknesses, () => WriteWeaknesses(report));
        Section(ScanTexts.Versions, () => WriteVersions(report));
        Section(ScanTexts.Also, () => WriteBesides(report));
        Section(ScanTexts.Certificates, () => WriteCertificates(report));
        _page.Append("</main>\n<footer>\n");
        Element("p", ScanTexts.Connections.With(report.Probes));
        Element("p", ScanTexts.Made);
        _page.Append("</footer>\n</body>\n</html>\n");
    }

    private void WriteChoices(Language language)
    {
        bool isKorean = language == Language.Korean;
        _page.Append("<div class=\"tools\">");
        Choice(
            ScanTexts.Language,
            "language",
            [("in-en", Phrase.Same("English"), !isKorean), ("in-ko", Phrase.Same("한국어"), isKorean)]);
        Choice(
            ScanTexts.Theme,
            "theme",
            [("theme-auto", ScanTexts.System, true), ("theme-light", ScanTexts.Light, false), ("theme-dark", ScanTexts.Dark, false)]);
        _page.Append("</div>\n");
    }

    private void Choice(Phrase legend, string name, ReadOnlySpan<(string Id, Phrase Label, bool IsChosen)> options)
    {
        _page.Append("<fieldset class=\"switch\">");
        Element("legend", legend, "unseen");
        foreach ((string id, Phrase label, bool isChosen) in options)
        {
            _page.Append("<input type=\"radio\" name=\"").Append(name).Append("\" id=\"").Append(id).Append('"')
                .Append(isChosen ? " checked>" : ">").Append("<label for=\"").Append(id).Append("\">");
            Words(label);
            _page.Append("</label>");
        }

        _page.Append("</fieldset>\n");
    }

    private void WriteWeaknesses(ScanReport report)
    {
        if (report.Weaknesses.Count == 0)
        {
            Element("p", ScanTexts.NoWeakness, "verdict good");
            return;
        }

        _page.Append("<ul class=\"weaknesses\">\n");
        foreach (Weakness weakness in report.Weaknesses)
        {
            string kind = weakness.Severity switch { Severity.High => "high", Severity.Medium => "medium", _ => "low" };
            _page.Append("<li class=\"weakness ").Append(kind).Append("\">");
            Element("span", ScanTexts.Of(weakness.Severity), "severity");
            Element("span", weakness.Text);
            _page.Append("</li>\n");
        }

        _page.Append("</ul>\n");
    }

    private void WriteVersions(ScanReport report)
    {
        foreach (ScannedVersion version in report.Versions)
        {
            bool isOld = version.Version.Value < ProtocolVersion.Tls12.Value;
            _page.Append("<div class=\"version ").Append(!version.IsTaken ? "absent" : isOld ? "bad" : "good").Append("\"><h3><b>")
                .Append(Encoded(version.Version.ToString())).Append("</b>");
            Element("small", version.IsTaken ? ScanTexts.Offered : ScanTexts.NotOffered);
            _page.Append("</h3>\n");
            if (version.IsTaken)
            {
                _page.Append("<dl class=\"facts\">");
                Values(ScanTexts.Suites, version.Suites.Select(static suite => (KnownCodes.NameOf(suite), Weaknesses.IsWeak(suite))));
                Values(ScanTexts.Groups, version.Groups.Select(static group => (KnownCodes.NameOf(group), false)));
                Values(ScanTexts.Schemes, version.Schemes.Select(static scheme => (KnownCodes.NameOf(scheme), Weaknesses.IsWeak(scheme))));
                Fact(ScanTexts.Order, version.ServerChooses ? ScanTexts.ServerOrder : ScanTexts.ClientOrder);
                _page.Append("</dl>");
            }

            _page.Append("</div>\n");
        }
    }

    private void WriteBesides(ScanReport report)
    {
        _page.Append("<dl class=\"facts\">");
        Fact(ScanTexts.Protocols, report.Protocols.Count > 0 ? Phrase.Same(string.Join(", ", report.Protocols)) : ScanTexts.None);
        Fact(ScanTexts.Resumption, ScanTexts.YesOrNo(report.Resumes));
        Fact(ScanTexts.Staple, ScanTexts.YesOrNo(report.Verdict is null ? null : report.Staples));
        _page.Append("</dl>\n");
    }

    private void WriteCertificates(ScanReport report)
    {
        if (report.Verdict is { } verdict)
        {
            _page.Append(verdict.IsAccepted ? "<p class=\"verdict good\">✓ " : "<p class=\"verdict bad\">✗ ");
            Words(verdict.IsAccepted ? ScanTexts.Accepted : ScanTexts.Refused);
            _page.Append(' ');
            Element("span", LibrarySentences.Of(verdict.Reason), "hint");
            _page.Append("</p>\n");
        }

        _page.Append("<ol class=\"chain\">\n");
        foreach (Certificate certificate in report.Certificates)
        {
            WriteCertificate(certificate, report.Verdict?.Path);
        }

        _page.Append("</ol>\n");
    }

    private void WriteCertificate(Certificate certificate, CandidatePath? path)
    {
        string subject = certificate.Subject.IsEmpty ? certificate.ToString() : certificate.Subject.ToString();
        _page.Append("<li><div class=\"certificate\">");
        Element("h3", Phrase.Same(subject));
        _page.Append("<dl class=\"facts\">");
        Fact(ScanTexts.Issuer, Phrase.Same(certificate.Issuer.ToString()));
        if (certificate.SubjectAlternativeNames.Count > 0)
        {
            Fact(ScanTexts.Names, Phrase.Same(string.Join(", ", certificate.SubjectAlternativeNames)));
        }

        string valid = string.Create(
            CultureInfo.InvariantCulture, $"{certificate.NotBefore:yyyy-MM-dd} – {certificate.NotAfter:yyyy-MM-dd}");
        Fact(ScanTexts.Valid, Phrase.Same(valid));
        Fact(ScanTexts.Key, LibrarySentences.Of(certificate.PublicKey));
        Fact(ScanTexts.SignedWith, Phrase.Same(certificate.SignatureAlgorithmText));
        _page.Append("</dl>\n");
        WriteChecks(certificate, path);
        _page.Append("</div></li>\n");
    }

    private void WriteChecks(Certificate certificate, CandidatePath? path)
    {
        for (int index = 0; index < path?.Certificates.Count; index++)
        {
            if (path.Certificates[index].Equals(certificate))
            {
                _page.Append("<ul class=\"findings\">\n");
                foreach (Check check in path.Checks.Where(check => check.CertificateIndex == index))
                {
                    WriteCheck(check);
                }

                _page.Append("</ul>\n");
            }
        }
    }

    private void WriteCheck(Check check)
    {
        (string kind, string sign) = check.Outcome switch
        {
            CheckOutcome.Passed => ("good", "✓"),
            CheckOutcome.Failed => ("bad", "✗"),
            _ => ("note", "·"),
        };
        _page.Append("<li class=\"").Append(kind).Append("\"><span class=\"sign\">").Append(sign).Append("</span><span>");
        Words(CheckTexts.Of(check.Kind));
        _page.Append(' ');
        Element("span", LibrarySentences.Of(check.Detail), "section");
        _page.Append("</span></li>\n");
    }

    private void Section(Phrase title, Action write)
    {
        _page.Append("<section class=\"card\">\n");
        Element("h2", title);
        write();
        _page.Append("</section>\n");
    }

    private void Fact(Phrase name, Phrase value)
    {
        Element("dt", name);
        Element("dd", value);
    }

    private void Values(Phrase name, IEnumerable<(string Text, bool IsWeak)> values)
    {
        (string Text, bool IsWeak)[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        Element("dt", name);
        _page.Append("<dd><ul class=\"values\">");
        foreach ((string text, bool isWeak) in all)
        {
            _page.Append(isWeak ? "<li class=\"weak\">" : "<li>").Append(Encoded(text)).Append("</li>");
        }

        _page.Append("</ul></dd>\n");
    }

    private void Element(string tag, Phrase text, string? kind = null)
    {
        _page.Append('<').Append(tag);
        if (kind is not null)
        {
            _page.Append(" class=\"").Append(kind).Append('"');
        }

        _page.Append('>');
        Words(text);
        _page.Append("</").Append(tag).Append(">\n");
    }

    /// <summary>A text in every language; one alone where they do not differ.</summary>
    private void Words(Phrase text)
    {
        if (text.English == text.Korean)
        {
            _page.Append(Encoded(text.English));
            return;
        }

        _page.Append("<span class=\"en\" lang=\"en\">").Append(Encoded(text.English)).Append("</span><span class=\"ko\" lang=\"ko\">")
            .Append(Encoded(text.Korean)).Append("</span>");
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
