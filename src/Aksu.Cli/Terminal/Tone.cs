namespace Aksu.Cli.Terminal;

/// <summary>What a piece of text is to the reader. A screen turns it into a colour where there are colours.</summary>
internal enum Tone
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>What may be passed over.</summary>
    Quiet,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>The client and what it does.</summary>
    Client,

    /// <summary>The server and what it does.</summary>
    Server,

    /// <summary>The certificate authority and what it does.</summary>
    Authority,

    /// <summary>A check that passed.</summary>
    Good,

    /// <summary>Something that failed.</summary>
    Bad,

    /// <summary>Something to be careful about.</summary>
    Warning,
}
