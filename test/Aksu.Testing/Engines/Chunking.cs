namespace Aksu.Testing.Engines;

/// <summary>In which pieces the bytes of a flight arrive. Immutable unless random; a random one belongs to one pair.</summary>
public sealed class Chunking
{
    private readonly Func<int> _next;
    private readonly string _text;

    private Chunking(string text, Func<int> next)
    {
        _text = text;
        _next = next;
    }

    /// <summary>Each flight in one piece.</summary>
    public static Chunking Whole { get; } = new("whole", static () => int.MaxValue);

    public static Chunking ByteByByte { get; } = Of(1);

    public static Chunking Of(int size) => new($"pieces of {size}", () => size);

    /// <summary>Pieces of 1 to <paramref name="max"/> bytes that a seed decides.</summary>
    public static Chunking Random(string seed, int max)
    {
        var bytes = new DeterministicBytes(System.Text.Encoding.UTF8.GetBytes(seed), "chunks");
        return new Chunking($"random pieces up to {max}", () => 1 + (BitConverter.ToUInt16(bytes.Next(2)) % max));
    }

    /// <summary>The length of the next piece.</summary>
    public int Next(int remaining) => Math.Min(remaining, _next());

    public override string ToString() => _text;
}
