using System.Security.Cryptography;
using System.Text;
using Aksu.Cli.Terminal;
using Aksu.Cryptography;
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

    public override void TellBefore(Screen screen)
    {
        screen.Heading("Before: a key that both have");
        screen.Paragraph(2, $"There are no certificates here. Client and server were given the same {KeyLength} random bytes "
            + $"beforehand, under the name \"{KeyName}\". Whoever has them is the right one.");
    }

    public override string TellServer(TlsConnectionInfo info) => $"somebody who has the key \"{KeyName}\"";

    public override string TellClient() => $"somebody who has the key \"{KeyName}\"";

    public override void Dispose() => _key.Dispose();
}
