using System.Security.Cryptography;
using System.Text;
using Aksu.Cli.Terminal;
using Aksu.Cryptography;
using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;

namespace Aksu.Cli.Demo;

/// <summary>A key that both sides have beforehand, and no certificates.</summary>
internal sealed class PreSharedKeyScene : DemoScene
{
    private const string KeyName = "demo-key";
    private const int KeyLength = 32;

    private readonly Secret _key = new(KeyLength);

    /// <param name="apply">Puts what the person asked for into options: versions, suites, groups.</param>
    public PreSharedKeyScene(Func<TlsOptions, TlsOptions> apply)
    {
        RandomNumberGenerator.Fill(_key.Span);
        ExternalPreSharedKey[] keys = [new(Encoding.ASCII.GetBytes(KeyName), _key)];
        ClientOptions = (TlsClientOptions)apply(new TlsClientOptions { Trust = TrustStore.Empty, PreSharedKeys = keys });
        ServerOptions = (TlsServerOptions)apply(new TlsServerOptions { PreSharedKeys = keys, TicketCount = 1 });
        Plan = new DemoPlan(ServerName, ClientOptions, Server: null, Client: null);
    }

    public override DemoPlan Plan { get; }

    public override TlsClientOptions ClientOptions { get; }

    public override TlsServerOptions ServerOptions { get; }

    public override void TellBefore(Screen screen, Language language)
    {
        screen.Heading(DemoTexts.BeforeKey.In(language));
        screen.Paragraph(2, DemoTexts.BeforeKeyText.With(KeyLength, KeyName).In(language));
    }

    public override Phrase TellServer(TlsConnectionInfo info) => DemoTexts.HasKey.With(KeyName);

    public override Phrase TellClient() => DemoTexts.HasKey.With(KeyName);

    public override void Dispose() => _key.Dispose();
}
