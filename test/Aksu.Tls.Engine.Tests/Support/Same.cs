namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Compares memory by what is in it.</summary>
internal static class Same
{
    public static IEqualityComparer<ReadOnlyMemory<byte>> Bytes { get; } = new ByContent();

    private sealed class ByContent : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj) => obj.Length;
    }
}
