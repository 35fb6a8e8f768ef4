using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Cli.Demo;

/// <summary>What the two sides have decided so far, as their engines told it. One thread at a time.</summary>
internal sealed class Agreement
{
    public string? Version { get; private set; }

    public string? CipherSuite { get; private set; }

    public string? Group { get; private set; }

    public void Take(HandshakeEvent happened, string detail)
    {
        switch (happened)
        {
            case HandshakeEvent.VersionDecided:
                Version = detail;
                break;
            case HandshakeEvent.CipherSuiteDecided:
                CipherSuite = detail;
                break;
            case HandshakeEvent.GroupDecided:
                Group = detail;
                break;
        }
    }
}
