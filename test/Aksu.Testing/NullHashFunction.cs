namespace Aksu.Testing;

/// <summary>Digests and codes of zeros.</summary>
internal sealed class NullHashFunction(string name, int size) : HashFunction
{
    public override string Name => name;

    public override int Size => size;

    public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination) => destination[..size].Clear();

    public override RunningHash Start() => new NullRunningHash(size);

    public override Hmac StartHmac(ReadOnlySpan<byte> key) => new NullHmac(size);

    private sealed class NullRunningHash(int size) : RunningHash
    {
        public override int Size => size;

        public override void Append(ReadOnlySpan<byte> source)
        {
            // Nothing is kept.
        }

        public override void Peek(Span<byte> destination) => destination[..size].Clear();

        public override RunningHash Fork() => new NullRunningHash(size);

        public override void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class NullHmac(int size) : Hmac
    {
        public override int Size => size;

        public override void Append(ReadOnlySpan<byte> source)
        {
            // Nothing is kept.
        }

        public override void Finish(Span<byte> destination) => destination[..size].Clear();

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
