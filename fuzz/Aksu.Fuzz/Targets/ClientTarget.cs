using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Fuzz.Targets;

/// <summary>What a server sends to a client; the first byte is the client's configuration.</summary>
internal static class ClientTarget
{
    private static readonly byte[]?[] Sessions = new byte[]?[256];

    public static FuzzTarget Target { get; } = new("client", Run, static () => EngineSeeds.From(Sender.Server));

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        byte choice = input.Span[0];
        var configuration = new EngineConfiguration(choice);
        EngineRun.Check(input[1..], configuration.SmallPieces, () => new ClientEngine(configuration.Client(Session(choice))));
    }

    /// <summary>Made once for each configuration, and read anew for each run: a session is used up.</summary>
    private static TlsSession? Session(byte choice)
    {
        if (Sessions[choice] is not { } stored)
        {
            using TlsSession? session = EngineSeeds.Earlier((byte)(choice & 127)).Session;
            Sessions[choice] = stored = session?.Export() ?? [];
        }

        return stored.Length == 0 ? null : TlsSession.Import(stored);
    }
}
