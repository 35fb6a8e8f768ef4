namespace Aksu.Tls.Engine.Suspensions;

/// <summary>A client offers a ticket that this server's own protector cannot read; a store outside may know it.</summary>
public sealed class SessionRequest : SuspendedRequest
{
    internal SessionRequest()
    {
    }

    /// <summary>The ticket as the client sent it.</summary>
    public required ReadOnlyMemory<byte> Ticket { get; init; }

    internal ReadOnlyMemory<byte> State { get; private set; }

    /// <summary>Gives the state that was stored for the ticket. Whether it fits the connection is checked by the engine.</summary>
    public void Provide(ReadOnlyMemory<byte> state) => Answer(() => State = state);

    /// <summary>There is no such session; a full handshake follows.</summary>
    public void NotFound() => Answer(static () => { });
}
