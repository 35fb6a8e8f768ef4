using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Contestants;

/// <summary>An implementation of TLS. What it cannot do is null, and stays empty in the table.</summary>
internal abstract class Contestant : IDisposable
{
    public abstract string Name { get; }

    /// <summary>
    /// One operation: client and server shake hands, one byte goes to the other end, both are let go. The byte comes from the client, or
    /// from the server where sessions are resumed: then the client reads the ticket in front of it.
    /// </summary>
    public abstract Work? Handshakes(HandshakeScenario scenario);

    /// <summary>One operation: the client writes one piece, the server reads it.</summary>
    public abstract Work? Records(RecordScenario scenario);

    /// <summary>The workload over sockets; null for what is no stream.</summary>
    public virtual Work? Sockets(SocketScenario scenario) => null;

    /// <summary>Whether it has connections in this process, whose memory can be measured.</summary>
    public virtual bool HasIdle => true;

    /// <summary>Opens a connection that waits for data at both ends; what must stay alive is returned.</summary>
    public abstract object OpenIdle();

    public virtual void Dispose()
    {
    }
}
