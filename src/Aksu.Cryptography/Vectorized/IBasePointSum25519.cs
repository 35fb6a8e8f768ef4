namespace Aksu.Cryptography.Vectorized;

/// <summary>Sums of multiples of the base point, one in each lane of a kind of vector.</summary>
internal unsafe interface IBasePointSum25519
{
    /// <summary>How many scalars go side by side.</summary>
    static abstract int Lanes { get; }

    /// <summary>Bytes of room that a sum needs, at an address that its vectors are aligned to.</summary>
    static abstract int RoomSize { get; }

    /// <summary>
    /// Adds the points up that the digits pick, one vector of digits for each of <see cref="BasePointTable25519.Digits"/>, and writes Y and
    /// Z of the sum in each lane. The room has to be wiped then.
    /// </summary>
    static abstract void AddUp(byte* room, long* digits, Span<Field25519> ys, Span<Field25519> zs);
}
