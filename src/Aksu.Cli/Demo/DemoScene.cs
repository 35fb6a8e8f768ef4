using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Tls;

namespace Aksu.Cli.Demo;

/// <summary>What the two sides have before they meet, and the words about it. Disposing it wipes the keys.</summary>
internal abstract class DemoScene : IDisposable
{
    /// <summary>The name that the client means to reach.</summary>
    protected const string ServerName = "localhost";

    /// <summary>Who takes part.</summary>
    public abstract DemoPlan Plan { get; }

    /// <summary>What is wrong with a certificate on purpose; null for nothing.</summary>
    public virtual DemoFlaw? Flaw => null;

    public abstract TlsClientOptions ClientOptions { get; }

    public abstract TlsServerOptions ServerOptions { get; }

    /// <summary>Tells what there is before the handshake.</summary>
    public abstract void TellBefore(Screen screen, Language language);

    /// <summary>Who the server turned out to be.</summary>
    public abstract Phrase TellServer(TlsConnectionInfo info);

    /// <summary>Who the client turned out to be.</summary>
    public abstract Phrase TellClient();

    /// <inheritdoc/>
    public abstract void Dispose();
}
