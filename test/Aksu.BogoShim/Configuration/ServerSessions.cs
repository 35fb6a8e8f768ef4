using Aksu.Cryptography;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.BogoShim.Configuration;

/// <summary>What a server keeps between the connections of one process.</summary>
internal sealed class ServerSessions
{
    /// <param name="areOutside">Whether tickets are only opened by a look-up outside the engine.</param>
    public ServerSessions(bool areOutside)
    {
        AreOutside = areOutside;
        Protector = new RotatingTicketProtector(CryptographyProvider.Default, TimeSpan.FromDays(1), TimeSpan.FromDays(7));
        Tickets = areOutside ? new BlindProtector(Protector) : Protector;
    }

    public bool AreOutside { get; }

    public TicketProtector Protector { get; }

    /// <summary>What the engine gets.</summary>
    public TicketProtector Tickets { get; }

    public MemorySessionCache Cache { get; } = new();

    /// <summary>Makes tickets and opens none.</summary>
    private sealed class BlindProtector(TicketProtector protector) : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => protector.Protect(state, now);

        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
    }
}
