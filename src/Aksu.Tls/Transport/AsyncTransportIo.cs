namespace Aksu.Tls.Transport;

/// <summary>Does not block.</summary>
internal readonly struct AsyncTransportIo : ITransportIo
{
    public static ValueTask<int> ReadAsync(Stream transport, Memory<byte> buffer, CancellationToken cancellationToken) =>
        transport.ReadAsync(buffer, cancellationToken);

    public static ValueTask WriteAsync(Stream transport, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        transport.WriteAsync(bytes, cancellationToken);

    public static ValueTask WaitAsync(ValueTask pending) => pending;
}
