using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Explain;

/// <summary>What stands in front of a connection's steps, and behind them.</summary>
internal sealed class ConnectionFrame(Screen screen, Language language)
{
    private const int NameWidth = 16;

    public void Open(TracedConnection connection, int number)
    {
        string ends = connection.Client.Length > 0 ? $": {connection.Client} {screen.Glyphs.HeadRight} {connection.Server}" : "";
        screen.Heading(ExplainTexts.Connection.With(number).In(language) + ends);
        string plain = string.Concat(Enumerable.Repeat(screen.Glyphs.Line, 2)) + screen.Glyphs.HeadRight;
        string secret = string.Concat(Enumerable.Repeat(screen.Glyphs.DoubleLine, 2)) + screen.Glyphs.HeadRight;
        screen.Line(
            $"  {plain} {ExplainTexts.Legend.In(language)}     {secret} {ExplainTexts.SecretLegend.In(language)}", Tone.Quiet);
        screen.Line();
    }

    public void Close(TracedConnection connection)
    {
        screen.Heading(ExplainTexts.Result.In(language));
        Agreed agreed = connection.Agreed;
        Field(ExplainTexts.Version, agreed.Version);
        Field(ExplainTexts.Suite, agreed.CipherSuite);
        Field(ExplainTexts.Exchange, agreed.Group);
        Field(ExplainTexts.Signature, agreed.SignatureScheme);
        Field(ExplainTexts.Name, agreed.ServerName);
        Field(ExplainTexts.Protocol, agreed.ApplicationProtocol);
        if (agreed.IsComplete)
        {
            Field(ExplainTexts.Session, (agreed.IsResumed ? ExplainTexts.Resumed : ExplainTexts.New).In(language));
        }
        else
        {
            screen.Marked(2, "!", Tone.Warning, ExplainTexts.Unfinished.In(language));
        }

        foreach (Phrase note in connection.Notes)
        {
            screen.Marked(2, "!", Tone.Warning, note.In(language));
        }

        screen.Line();
    }

    private void Field(Phrase name, string? value)
    {
        if (value is not null)
        {
            screen.Field(2, NameWidth, name.In(language), value);
        }
    }
}
