using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// Turns a session's state into a ticket that only this server (or its fleet) can read, and back. Implementations are thread-safe.
/// </summary>
public abstract class TicketProtector
{
    /// <summary>
    /// Encrypts and authenticates <paramref name="state"/>, which holds the session's secret. A ticket of more than 65,535 bytes is not
    /// sent.
    /// </summary>
    public abstract byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now);

    /// <summary>The same, with the ticket written into memory that is used again.</summary>
    internal virtual void Protect(ReadOnlySpan<byte> state, DateTimeOffset now, WireWriter ticket) =>
        ticket.WriteBytes(Protect(state, now) ?? throw new InvalidOperationException("The ticket protector returned no ticket."));

    /// <summary>
    /// The state from a ticket in memory that the caller owns and wipes; null when the ticket is not ours, was changed, or its key is gone.
    /// </summary>
    public abstract Cryptography.Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now);

    /// <summary>The same, with the state in an array that nobody else has, for <see cref="ServerSession.TryTake"/>.</summary>
    internal virtual byte[]? Open(ReadOnlySpan<byte> ticket, DateTimeOffset now)
    {
        using Cryptography.Secret? state = Unprotect(ticket, now);
        return state?.Span.ToArray();
    }
}
