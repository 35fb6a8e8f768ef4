namespace Aksu.Tls.Transport;

/// <summary>Blocks the calling thread; what it returns is completed.</summary>
internal readonly struct SyncTransportIo : ITransportIo
{
    public static ValueTask<int> ReadAsync(Stream transport, Memory<byte> buffer, CancellationToken cancellationToken) =>
        new(transport.Read(buffer.Span));

    public static ValueTask WriteAsync(Stream transport, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        transport.Write(bytes.Span);
        return default;
    }

    public static ValueTask WaitAsync(ValueTask pending)
    {
        if (pending.IsCompleted)
        {
            return pending;
        }

        pending.AsTask().GetAwaiter().GetResult();
        return default;
    }

    /// <summary>Takes the result of an operation that ran over this adapter.</summary>
    public static int Result(ValueTask<int> completed) =>
        completed.IsCompleted ? completed.GetAwaiter().GetResult() : throw NotCompleted();

    /// <inheritdoc cref="Result(ValueTask{int})"/>
    public static void Result(ValueTask completed)
    {
        if (!completed.IsCompleted)
        {
            throw NotCompleted();
        }

        completed.GetAwaiter().GetResult();
    }

    private static InvalidOperationException NotCompleted() => new("A blocking operation came back before it was done.");
}
