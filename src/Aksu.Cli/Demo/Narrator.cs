using System.Globalization;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Stories;
using Aksu.Pki;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>Tells a handshake step by step, as it happens. Both sides report to it, on their own threads.</summary>
internal sealed class Narrator(Screen screen, DemoPlan plan)
{
    private const int Indent = 6;
    private const int FactWidth = 13;
    private const int NameWidth = 6;
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
            Step(sender, TitleOf(type), string.Create(CultureInfo.InvariantCulture, $"{length} bytes"), isProtected);
            Told told = story.Tell(type, sender);
            screen.Paragraph(Indent, told.Meaning);
            foreach (Fact fact in told.Facts)
            {
                screen.Field(Indent, FactWidth, fact.Name, fact.Value);
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
                Step(sender, "ChangeCipherSpec", "1 byte", isProtected: false);
                screen.Paragraph(Indent, Story.ChangeCipherSpec);
            }
        }
    }

    /// <summary>An alert arrived.</summary>
    public void Alert(TlsSide sender, AlertDescription alert, bool isProtected)
    {
        lock (_gate)
        {
            Step(sender, alert.ToString(), "alert", isProtected);
            if (alert != AlertDescription.CloseNotify)
            {
                screen.Paragraph(Indent, AlertWords.Meaning(alert));
                screen.Field(Indent, FactWidth, "on the wire", AlertWords.OnTheWire(alert));
                return;
            }

            screen.Paragraph(Indent, _hasGoodbye
                ? "Goodbye."
                : "Goodbye: nothing more will come from this side. Without this, somebody on the way could cut off the end unseen.");
            _hasGoodbye = true;
        }
    }

    /// <summary>A text arrived.</summary>
    public void Text(TlsSide sender, string text, int length)
    {
        lock (_gate)
        {
            Step(sender, "application data", string.Create(CultureInfo.InvariantCulture, $"{length} bytes"), isProtected: true);
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
                    screen.Paragraph(Indent, Story.KeysDerived, Tone.Good);
                    break;
                case HandshakeEvent.PeerSignatureVerified:
                    Conclude(side, true, $"the signature is right: the {Other(side)} holds the private key ({detail})");
                    break;
                case HandshakeEvent.PeerFinishedVerified:
                    Conclude(side, true, "the seal fits: both sides saw the same handshake");
                    break;
                case HandshakeEvent.WeakenedByOption when side == TlsSide.Client:
                    screen.Marked(Indent, "!", Tone.Warning, detail);
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
                screen.Paragraph(Indent, $"Then the {Name(side).ToLowerInvariant()} checks the certificates, up to one that it trusts:");
                for (int index = 0; index < path.Certificates.Count; index++)
                {
                    TellChecks(path, index);
                }
            }

            Conclude(side, verdict.IsAccepted, verdict.IsAccepted ? "the certificate is accepted" : verdict.Reason);
        }
    }

    private void TellChecks(CandidatePath path, int index)
    {
        Check[] checks = [.. path.Checks.Where(check => check.CertificateIndex == index)];
        bool isTrusted = path.ReachesTrust && index == path.Certificates.Count - 1;
        screen.Field(Indent + 2, 0, "", HandshakeStory.CommonName(path.Certificates[index]), Tone.Authority);
        IEnumerable<Check> good = checks.Where(static check => check.Outcome == CheckOutcome.Passed);
        string passed = string.Join(", ", good.Select(static check => CheckTexts.Of(check.Kind).English).Distinct());
        if (passed.Length > 0)
        {
            screen.Marked(Indent + 4, screen.Glyphs.Check, Tone.Good, passed);
        }
        else if (isTrusted)
        {
            screen.Marked(Indent + 4, screen.Glyphs.Check, Tone.Good, "trusted");
        }

        foreach (Check check in checks.Where(static check => check.Outcome != CheckOutcome.Passed))
        {
            bool hasFailed = check.Outcome == CheckOutcome.Failed;
            screen.Marked(
                Indent + 4,
                hasFailed ? screen.Glyphs.Cross : screen.Glyphs.Dot,
                hasFailed ? Tone.Bad : Tone.Quiet,
                $"{CheckTexts.Of(check.Kind).English}: {check.Detail}");
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
        Tone tone = ToneOf(sender);
        screen.Line();
        string number = string.Create(CultureInfo.InvariantCulture, $"{++_step,4}  ");
        screen.Write(number, Tone.Quiet);
        screen.Write(Name(TlsSide.Client).PadRight(NameWidth), Tone.Client);
        screen.Write($" {arrow} ", tone);
        screen.Write(Name(TlsSide.Server).PadRight(NameWidth), Tone.Server);
        screen.Write("  ");
        screen.Write(title, Tone.Strong);
        int used = number.Length + NameWidth + 1 + ArrowLength + 1 + 1 + NameWidth + 2 + title.Length;
        screen.Write(new string(' ', Math.Max(2, screen.Width - used - note.Length)));
        screen.Line(note, Tone.Quiet);
    }

    private void Conclude(TlsSide side, bool isGood, string text) => screen.Marked(
        Indent, isGood ? screen.Glyphs.Check : screen.Glyphs.Cross, isGood ? Tone.Good : Tone.Bad, $"{Name(side)}: {text}.");

    /// <summary>The message as the RFCs call it: client_hello is ClientHello.</summary>
    private static string TitleOf(HandshakeType type) =>
        string.Concat(type.ToString().Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Name(TlsSide side) => side == TlsSide.Client ? "Client" : "Server";

    private static string Other(TlsSide side) => side == TlsSide.Client ? "server" : "client";

    private static Tone ToneOf(TlsSide side) => side == TlsSide.Client ? Tone.Client : Tone.Server;
}
