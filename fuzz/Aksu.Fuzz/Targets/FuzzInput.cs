namespace Aksu.Fuzz.Targets;

/// <summary>Takes an input apart from its front. What is missing at its end is zero.</summary>
internal ref struct FuzzInput(ReadOnlySpan<byte> bytes)
{
    /// <summary>What was not taken yet; it ends where the input ends, in front of the page that nobody may touch.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; } = bytes;

    public byte TakeByte() => Take(1)[0];

    public byte[] Take(int length)
    {
        byte[] taken = new byte[length];
        int available = Math.Min(length, Rest.Length);
        Rest[..available].CopyTo(taken);
        Rest = Rest[available..];
        return taken;
    }

    /// <summary>At most this many bytes, and no more than there are.</summary>
    public byte[] TakeUpTo(int length) => Take(Math.Min(length, Rest.Length));
}
