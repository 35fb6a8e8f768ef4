using Aksu.Cli.Settings;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>Says what each message of a handshake means. The texts of one protocol version stand in one file.</summary>
internal abstract class HandshakeStory(DemoPlan plan, Agreement agreement)
{
    /// <summary>Who takes part.</summary>
    protected DemoPlan Plan => plan;

    /// <summary>What is decided so far.</summary>
    protected Agreement Agreement => agreement;

    /// <summary>What a message means.</summary>
    public abstract Told Tell(HandshakeType type, TlsSide sender);

    /// <summary>Whose deriving of the keys is told: the side that comes to them last.</summary>
    public abstract TlsSide DerivesKeysLast { get; }

    /// <summary>What deriving the keys means.</summary>
    public abstract Phrase KeysDerived { get; }

    /// <summary>What a change_cipher_spec record means.</summary>
    public abstract Phrase ChangeCipherSpec { get; }

    /// <summary>Whether a change_cipher_spec record means anything at all.</summary>
    public abstract bool HasChangeCipherSpec { get; }

    protected static string Join<T>(IEnumerable<T> values) => string.Join(", ", values);

    protected Fact[] Offers =>
    [
        new(StoryTexts.Versions, Join(plan.Options.Versions)),
        new(StoryTexts.Suites, Join(plan.Options.CipherSuites.Where(IsOffered).Select(ShortName))),
        new(StoryTexts.Groups, Join(plan.Options.Groups)),
        new(StoryTexts.Name, plan.ServerName),
    ];

    protected Fact[] ChainOf(TlsSide side)
    {
        IReadOnlyList<Certificate> chain = (side == TlsSide.Server ? plan.Server! : plan.Client!).Chain;
        return [.. chain.Select(static (certificate, index) =>
            new Fact(index == 0 ? StoryTexts.Certificate : DemoTexts.Issuer, Keyed(certificate)))];
    }

    /// <summary>How a certificate is called in short.</summary>
    public static string CommonName(Certificate certificate) => certificate.Subject.CommonName ?? certificate.ToString();

    private static Phrase Keyed(Certificate certificate) =>
        Phrase.Same("{0} ({1})").With(CommonName(certificate), LibrarySentences.Of(certificate.PublicKey));

    /// <summary>A suite is offered when one of the versions has it.</summary>
    private bool IsOffered(CipherSuite suite) =>
        plan.Options.Versions.Any(version => (version == ProtocolVersion.Tls13) == KeyExchanges.IsOfTls13(suite));

    private static string ShortName(CipherSuite suite) => suite.ToString().Replace("TLS_", "", StringComparison.Ordinal);
}
