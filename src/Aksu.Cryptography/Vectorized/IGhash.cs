using System.Runtime.Intrinsics;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// A sum of products of blocks and powers of the hash key (SP 800-38D §6.4), reduced once at its end: GHASH of n blocks is
/// B1·H^n + … + Bn·H. The first block of the sum has what was hashed before added to it.
/// </summary>
internal unsafe interface IGhash
{
    /// <summary>Adds four blocks, each times its own of four powers in falling order, as <see cref="GhashKey"/> makes them.</summary>
    void Add(byte* powers, Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth);

    /// <summary>The sum as a block.</summary>
    Vector128<byte> Reduce();
}
