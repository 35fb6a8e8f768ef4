using Aksu.Pki;

namespace Aksu.Inspection.Texts.Sentences;

/// <summary>
/// What the libraries say of certificates and failures, in every language. The libraries speak English alone; what they said is recognised
/// by its words. A sentence that is not known stays as it is, and a test keeps every one known.
/// </summary>
internal static class LibrarySentences
{
    /// <summary>A value in a sentence may be a sentence: so many in each other are looked at.</summary>
    private const int MaxDepth = 4;

    /// <summary>A name in front of a sentence may have colons itself: so many of them are looked at.</summary>
    private const int MaxColons = 8;

    private const string Colon = ": ";

    private static readonly Sentence[] Known =
    [
        .. CheckSentences.All.Concat(RevocationSentences.All).Concat(VerdictSentences.All).Concat(CertificateSentences.All)
            .Concat(KeyFileSentences.All).Concat(FaultSentences.All).Concat(AlertSentences.All).Concat(WeakenedSentences.All)
            .Concat(OptionSentences.All).Select(static phrase => new Sentence(phrase))
            .OrderBy(static sentence => sentence.BeginsWithValue),
    ];

    /// <summary>All of them, for tests that walk them.</summary>
    public static IReadOnlyList<Sentence> All => Known;

    /// <summary>What a public key is called.</summary>
    public static Phrase Of(PublicKeyInfo key) => Of(key.ToString());

    /// <summary>What was said, in every language.</summary>
    public static Phrase Of(string said) => Find(said, 0) ?? Phrase.Same(said);

    private static Phrase? Find(string said, int depth) =>
        depth < MaxDepth ? Whole(said, depth) ?? BehindName(said, depth) : null;

    private static Phrase? Whole(string said, int depth)
    {
        foreach (Sentence sentence in Known)
        {
            if (sentence.ValuesIn(said) is { } values)
            {
                object[] phrases = [.. values.Select(value => Find(value, depth + 1) ?? Phrase.Same(value))];
                return new Phrase(said, sentence.Phrase.With(phrases).Korean);
            }
        }

        return null;
    }

    /// <summary>A verdict names the certificate in front: "CN=example: expired at …".</summary>
    private static Phrase? BehindName(string said, int depth)
    {
        int at = said.IndexOf(Colon, StringComparison.Ordinal);
        for (int colons = 0; at >= 0 && colons < MaxColons; colons++)
        {
            int rest = at + Colon.Length;
            if (Whole(said[rest..], depth) is { } found)
            {
                return new Phrase(said, said[..rest] + found.Korean);
            }

            at = said.IndexOf(Colon, rest, StringComparison.Ordinal);
        }

        return null;
    }
}
