using Aksu.Cryptography;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Tickets that nobody can open.</summary>
internal sealed class NullTickets : TicketProtector
{
    public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => [1, 2, 3];

    public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
}
