using Aksu.Cryptography;

namespace Aksu.Bench.Profile;

internal sealed class TimedHash(HashFunction inner, OperationClock clock) : HashFunction
{
    private const string Hashing = "hash";
    private const string Coding = "HMAC and HKDF";

    public override string Name => inner.Name;

    public override int Size => inner.Size;

    public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using OperationClock.Scope scope = clock.Time(Hashing);
        inner.Hash(source, destination);
    }

    public override RunningHash Start()
    {
        using OperationClock.Scope scope = clock.Time(Hashing);
        return new TimedRunningHash(inner.Start(), clock);
    }

    public override Hmac StartHmac(ReadOnlySpan<byte> key)
    {
        using OperationClock.Scope scope = clock.Time(Coding);
        return new TimedHmac(inner.StartHmac(key), clock);
    }

    public override void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using OperationClock.Scope scope = clock.Time(Coding);
        inner.Hmac(key, source, destination);
    }

    public override void HkdfExpand(ReadOnlySpan<byte> pseudorandomKey, ReadOnlySpan<byte> info, Span<byte> output)
    {
        using OperationClock.Scope scope = clock.Time(Coding);
        inner.HkdfExpand(pseudorandomKey, info, output);
    }

    private sealed class TimedHmac(Hmac inner, OperationClock clock) : Hmac
    {
        public override int Size => inner.Size;

        public override void Append(ReadOnlySpan<byte> source)
        {
            using OperationClock.Scope scope = clock.Time(Coding);
            inner.Append(source);
        }

        public override void Finish(Span<byte> destination)
        {
            using OperationClock.Scope scope = clock.Time(Coding);
            inner.Finish(destination);
        }

        public override void Compute(ReadOnlySpan<byte> message, Span<byte> destination)
        {
            using OperationClock.Scope scope = clock.Time(Coding);
            inner.Compute(message, destination);
        }

        public override void Dispose()
        {
            using OperationClock.Scope scope = clock.Time(Coding);
            inner.Dispose();
        }
    }

    private sealed class TimedRunningHash(RunningHash inner, OperationClock clock) : RunningHash
    {
        public override int Size => inner.Size;

        public override void Append(ReadOnlySpan<byte> source)
        {
            using OperationClock.Scope scope = clock.Time(Hashing);
            inner.Append(source);
        }

        public override void Peek(Span<byte> destination)
        {
            using OperationClock.Scope scope = clock.Time(Hashing);
            inner.Peek(destination);
        }

        public override RunningHash Fork()
        {
            using OperationClock.Scope scope = clock.Time(Hashing);
            return new TimedRunningHash(inner.Fork(), clock);
        }

        public override void Dispose()
        {
            using OperationClock.Scope scope = clock.Time(Hashing);
            inner.Dispose();
        }
    }
}
