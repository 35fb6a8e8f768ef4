namespace Aksu.Cryptography.Tests;

/// <summary>The field under X25519 in the lanes of one kind of vector. Limbs of a number lie one vector's length apart.</summary>
public interface IVectorField25519
{
    /// <summary>Numbers side by side.</summary>
    static abstract int Lanes { get; }

    /// <summary>Whether this processor has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>What limbs of the product stand for, and the number in each lane, in 32 bytes.</summary>
    static abstract (long[] Limbs, byte[][] Numbers) Multiply(long[] left, long[] right);

    /// <summary>Limbs of a factor that is a sum which stands for these.</summary>
    static abstract long[] OfSum(long[] limbs);

    /// <summary>A limb of a factor that is a product.</summary>
    static abstract double OfProduct(long limb);

    /// <summary>A limb of a factor of bits.</summary>
    static abstract double OfBits(long bits);
}
