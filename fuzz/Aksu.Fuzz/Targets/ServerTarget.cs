using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Fuzz.Targets;

/// <summary>What a client sends to a server; the first byte is the server's configuration.</summary>
internal static class ServerTarget
{
    public static FuzzTarget Target { get; } = new("server", Run, static () => EngineSeeds.From(Sender.Client));

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        var configuration = new EngineConfiguration(input.Span[0]);
        EngineRun.Check(input[1..], configuration.SmallPieces, () => new ServerEngine(configuration.Server(new MemorySessionCache(16))));
    }
}
