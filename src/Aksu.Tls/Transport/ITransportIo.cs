namespace Aksu.Tls.Transport;

/// <summary>
/// How the transport is reached: blocking or not. Generic code over this is written once and compiled for both; over
/// <see cref="SyncTransportIo"/> every value task comes back completed.
/// </summary>
internal interface ITransportIo
{
    static abstract ValueTask<int> ReadAsync(Stream transport, Memory<byte> buffer, CancellationToken cancellationToken);

    static abstract ValueTask WriteAsync(Stream transport, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Waits for something that is asynchronous by nature.</summary>
    static abstract ValueTask WaitAsync(ValueTask pending);
}
