using Spectre.Console;

namespace Aksu.Cli.Terminal;

/// <summary>The colours of tones: calm ones that can be read on dark and on light backgrounds.</summary>
internal static class Palette
{
    private static readonly Style Quiet = new(new Color(138, 138, 138));
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Client = new(new Color(0, 135, 175), decoration: Decoration.Bold);
    private static readonly Style Server = new(new Color(175, 95, 135), decoration: Decoration.Bold);
    private static readonly Style Authority = new(new Color(175, 135, 0), decoration: Decoration.Bold);
    private static readonly Style Good = new(new Color(0, 135, 95));
    private static readonly Style Bad = new(new Color(215, 0, 0), decoration: Decoration.Bold);
    private static readonly Style Warning = new(new Color(215, 95, 0));

    public static Style Of(Tone tone) => tone switch
    {
        Tone.Quiet => Quiet,
        Tone.Strong => Strong,
        Tone.Client => Client,
        Tone.Server => Server,
        Tone.Authority => Authority,
        Tone.Good => Good,
        Tone.Bad => Bad,
        Tone.Warning => Warning,
        _ => Style.Plain,
    };
}
