using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Fuzz.Targets;

/// <summary>Whole conversations in every configuration: what one end says is a seed for a target that plays it.</summary>
internal static class EngineSeeds
{
    // Bit 7 only cuts the same bytes into pieces.
    private const int Configurations = 128;

    public static IEnumerable<byte[]> From(Sender sender)
    {
        for (int choice = 0; choice < Configurations; choice++)
        {
            using var conversation = new Conversation((byte)choice);
            yield return [(byte)(choice | 128), .. conversation.Run(sender)];
        }
    }

    /// <summary>What each side says in one configuration, without its first byte.</summary>
    public static IEnumerable<byte[]> Of(byte choice)
    {
        foreach (Sender sender in Enum.GetValues<Sender>())
        {
            using var conversation = new Conversation(choice);
            yield return conversation.Run(sender);
        }
    }

    /// <summary>The session that a client of this configuration has from before; null when it has none.</summary>
    public static (TlsSession? Session, SessionCache Cache) Earlier(byte choice)
    {
        var cache = new MemorySessionCache(16);
        if (!new EngineConfiguration(choice).Sessions)
        {
            return (null, cache);
        }

        using var conversation = new Conversation(choice, null, cache);
        conversation.Run(Sender.Server);
        return (conversation.TakeSession(), cache);
    }

    private sealed class Conversation : IDisposable
    {
        private readonly EnginePair _pair;

        public Conversation(byte choice)
            : this(choice, Earlier(choice))
        {
        }

        public Conversation(byte choice, TlsSession? session, SessionCache cache)
        {
            var configuration = new EngineConfiguration(choice);
            _pair = new EnginePair(configuration.Client(session), configuration.Server(cache));
        }

        private Conversation(byte choice, (TlsSession? Session, SessionCache Cache) earlier)
            : this(choice, earlier.Session, earlier.Cache)
        {
        }

        public byte[] Run(Sender sender)
        {
            _pair.Shake();
            _pair.Client.Send("a question"u8);
            _pair.Server.Send("an answer"u8);
            _pair.Pump();
            _pair.Client.Shutdown();
            _pair.Server.Shutdown();
            _pair.Pump();
            return [.. _pair.Flights.Where(flight => flight.From == sender).SelectMany(static flight => flight.Bytes)];
        }

        public TlsSession? TakeSession() => _pair.ClientEngine.TryTakeSession(out TlsSession? session) ? session : null;

        public void Dispose() => _pair.Dispose();
    }
}
