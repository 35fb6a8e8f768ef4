namespace Aksu.Tls.Engine.Suspensions;

/// <summary>A client offers a session that this server's own protector or cache does not know; a store outside may know it.</summary>
public sealed class SessionRequest : SuspendedRequest
{
    internal SessionRequest()
    {
    }

    /// <summary>The ticket as the client sent it; empty when it named the session by <see cref="SessionId"/>.</summary>
    public required ReadOnlyMemory<byte> Ticket { get; init; }

    /// <summary>The session identifier of TLS 1.2 or before, 1 to 32 bytes; empty when there is a <see cref="Ticket"/>.</summary>
    public ReadOnlyMemory<byte> SessionId { get; init; }

    internal ReadOnlyMemory<byte> State { get; private set; }

    /// <summary>Gives the state that was stored for it. Whether it fits the connection is checked by the engine.</summary>
    public void Provide(ReadOnlyMemory<byte> state)
    {
        BeginAnswer();
        State = state;
        EndAnswer();
    }

    /// <summary>There is no such session; a full handshake follows.</summary>
    public void NotFound()
    {
        BeginAnswer();
        EndAnswer();
    }
}
