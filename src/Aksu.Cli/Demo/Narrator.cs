using System.Globalization;
using Aksu.Cli.Explain;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>Tells a handshake step by step, as it happens. Both sides report to it, on their own threads.</summary>
internal sealed class Narrator(Screen screen, Language language, DemoPlan plan)
{
    private const int Indent = 6;
    private const int FactWidth = 13;
    private const int ArrowLength = 8;

    private readonly Lock _gate = new();
    private readonly Agreement _agreement = new();
    private int _step;
    private bool _hasGoodbye;
    private HandshakeStory? _story;

    private HandshakeStory Story => _story ??= _agreement.Version is null || _agreement.Version == ProtocolVersion.Tls13.ToString()
        ? new Tls13Story(plan, _agreement)
        : new Tls12Story(plan, _agreement);

    /// <summary>A handshake message arrived.</summary>
    public void Message(TlsSide sender, HandshakeType type, int length, bool isProtected)
    {
        lock (_gate)
        {
            // The version decides what the messages after the first one mean.
            HandshakeStory story = type == HandshakeType.ClientHello ? FirstStory() : Story;
            Step(sender, TitleOf(type), ExplainTexts.Bytes.With(length).In(language), isProtected);
            Told told = story.Tell(type, sender);
            screen.Paragraph(Indent, told.Meaning.In(language));
            foreach (Fact fact in told.Facts)
            {
                screen.Field(Indent, FactWidth, fact.Name.In(language), fact.Value.In(language));
            }
        }
    }

    /// <summary>A change_cipher_spec record arrived.</summary>
    public void ChangeCipherSpec(TlsSide sender)
    {
        lock (_gate)
        {
            if (Story.HasChangeCipherSpec)
            {
                Step(sender, "ChangeCipherSpec", ExplainTexts.OneByte.In(language), isProtected: false);
                screen.Paragraph(Indent, Story.ChangeCipherSpec.In(language));
            }
        }
    }

    /// <summary>An alert arrived.</summary>
    public void Alert(TlsSide sender, AlertDescription alert, bool isProtected)
    {
        lock (_gate)
        {
            Step(sender, alert.ToString(), DemoTexts.Alert.In(language), isProtected);
            if (alert != AlertDescription.CloseNotify)
            {
                screen.Paragraph(Indent, AlertWords.Meaning(alert).In(language));
                screen.Field(Indent, FactWidth, DemoTexts.OnTheWire.In(language), AlertWords.OnTheWire(alert));
                return;
            }

            screen.Paragraph(Indent, (_hasGoodbye ? MessageTexts.Goodbye : StoryTexts.CloseNotify).In(language));
            _hasGoodbye = true;
        }
    }

    /// <summary>A text arrived.</summary>
    public void Text(TlsSide sender, string text, int length)
    {
        lock (_gate)
        {
            Step(sender, StoryTexts.ApplicationDataTitle.In(language), ExplainTexts.Bytes.With(length).In(language), isProtected: true);
            screen.Paragraph(Indent, $"\"{text}\"", sender == TlsSide.Client ? Tone.Client : Tone.Server);
        }
    }

    /// <summary>An engine came to a conclusion.</summary>
    public void Happened(TlsSide side, HandshakeEvent happened, string detail)
    {
        lock (_gate)
        {
            _agreement.Take(happened, detail);
            switch (happened)
            {
                case HandshakeEvent.KeysDerived when side == Story.DerivesKeysLast:
                    screen.Line();
                    screen.Paragraph(Indent, Story.KeysDerived.In(language), Tone.Good);
                    break;
                case HandshakeEvent.PeerSignatureVerified:
                    Conclude(side, true, DemoTexts.SignatureIsRight.With(NameIn(Other(side)), detail));
                    break;
                case HandshakeEvent.PeerFinishedVerified:
                    Conclude(side, true, DemoTexts.SealFits);
                    break;
                case HandshakeEvent.WeakenedByOption when side == TlsSide.Client:
                    screen.Marked(Indent, "!", Tone.Warning, LibrarySentences.Of(detail).In(language));
                    break;
            }
        }
    }

    /// <summary>A side looked at the peer's certificate.</summary>
    public void Verified(TlsSide side, Verdict verdict)
    {
        lock (_gate)
        {
            if (verdict.Path is { } path)
            {
                screen.Line();
                screen.Paragraph(Indent, DemoTexts.ChecksFollow.With(NameIn(side)).In(language));
                for (int index = 0; index < path.Certificates.Count; index++)
                {
                    TellChecks(path, index);
                }
            }

            Conclude(side, verdict.IsAccepted, verdict.IsAccepted ? DemoTexts.IsAccepted : LibrarySentences.Of(verdict.Reason));
        }
    }

    private void TellChecks(CandidatePath path, int index)
    {
        Check[] checks = [.. path.Checks.Where(check => check.CertificateIndex == index)];
        bool isTrusted = path.ReachesTrust && index == path.Certificates.Count - 1;
        screen.Field(Indent + 2, 0, "", HandshakeStory.CommonName(path.Certificates[index]), Tone.Authority);
        IEnumerable<Check> good = checks.Where(static check => check.Outcome == CheckOutcome.Passed);
        string passed = string.Join(", ", good.Select(check => CheckTexts.Of(check.Kind).In(language)).Distinct());
        if (passed.Length > 0)
        {
            screen.Marked(Indent + 4, screen.Glyphs.Check, Tone.Good, passed);
        }
        else if (isTrusted)
        {
            screen.Marked(Indent + 4, screen.Glyphs.Check, Tone.Good, DemoTexts.Trusted.In(language));
        }

        foreach (Check check in checks.Where(static check => check.Outcome != CheckOutcome.Passed))
        {
            bool hasFailed = check.Outcome == CheckOutcome.Failed;
            screen.Marked(
                Indent + 4,
                hasFailed ? screen.Glyphs.Cross : screen.Glyphs.Dot,
                hasFailed ? Tone.Bad : Tone.Quiet,
                $"{CheckTexts.Of(check.Kind).In(language)}: {LibrarySentences.Of(check.Detail).In(language)}");
        }
    }

    private HandshakeStory FirstStory() =>
        plan.Options.Versions.Contains(ProtocolVersion.Tls13) ? new Tls13Story(plan, _agreement) : new Tls12Story(plan, _agreement);

    /// <summary>The first line of a step: its number, who sends what to whom, how long it is. A double line is encrypted.</summary>
    private void Step(TlsSide sender, string title, string note, bool isProtected)
    {
        Glyphs glyphs = screen.Glyphs;
        string shaft = string.Concat(Enumerable.Repeat(isProtected ? glyphs.DoubleLine : glyphs.Line, ArrowLength));
        string arrow = sender == TlsSide.Client ? shaft + glyphs.HeadRight : glyphs.HeadLeft + shaft;
        string client = Name(TlsSide.Client).In(language);
        string server = Name(TlsSide.Server).In(language);
        Tone tone = ToneOf(sender);
        screen.Line();
        string number = string.Create(CultureInfo.InvariantCulture, $"{++_step,4}  ");
        screen.Write(number, Tone.Quiet);
        screen.Write(client, Tone.Client);
        screen.Write($" {arrow} ", tone);
        screen.Write(server, Tone.Server);
        screen.Write("  ");
        screen.Write(title, Tone.Strong);
        int used = TextWrap.Cells($"{number}{client} {arrow} {server}  {title}{note}");
        screen.Write(new string(' ', Math.Max(2, screen.Width - used)));
        screen.Line(note, Tone.Quiet);
    }

    private void Conclude(TlsSide side, bool isGood, Phrase text) => screen.Marked(
        Indent,
        isGood ? screen.Glyphs.Check : screen.Glyphs.Cross,
        isGood ? Tone.Good : Tone.Bad,
        $"{Name(side).In(language)}: {text.In(language)}.");

    /// <summary>The message as the RFCs call it: client_hello is ClientHello.</summary>
    private static string TitleOf(HandshakeType type) =>
        string.Concat(type.ToString().Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static Phrase Name(TlsSide side) => side == TlsSide.Client ? ExplainTexts.Client : ExplainTexts.Server;

    /// <summary>Inside a sentence.</summary>
    private static Phrase NameIn(TlsSide side) => side == TlsSide.Client ? DemoTexts.Client : DemoTexts.Server;

    private static TlsSide Other(TlsSide side) => side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;

    private static Tone ToneOf(TlsSide side) => side == TlsSide.Client ? Tone.Client : Tone.Server;
}
