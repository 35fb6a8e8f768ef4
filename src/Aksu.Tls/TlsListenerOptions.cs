using System.Net.Sockets;

namespace Aksu.Tls;

/// <summary>How a <see cref="TlsListener"/> listens. Immutable.</summary>
public sealed record TlsListenerOptions
{
    /// <summary>How many connections the operating system keeps until they are taken: at least 1.</summary>
    public int Backlog { get; init => field = AtLeastOne(value); } = 512;

    /// <summary>
    /// How many handshakes run at once, accepted connections that nobody has taken yet included: at least 1. Further clients wait.
    /// </summary>
    public int MaxConcurrentHandshakes { get; init => field = AtLeastOne(value); } = 256;

    /// <summary>
    /// Told of every connection that did not come to be, and of errors while accepting. Called on the thread that met the failure; must be
    /// quick and must not throw.
    /// </summary>
    public Action<HandshakeFailure>? HandshakeFailed { get; init; }

    /// <summary>Whether small segments are sent at once (TCP_NODELAY).</summary>
    public bool NoDelay { get; init; } = true;

    /// <summary>
    /// Makes the stream over an accepted socket, which it then owns; null for a plain <see cref="NetworkStream"/>. It is for streams that
    /// see what passes.
    /// </summary>
    public Func<Socket, NetworkStream>? OpenTransport { get; init; }

    private static int AtLeastOne(int value) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 1.");
}
