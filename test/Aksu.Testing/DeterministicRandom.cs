using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Security;

namespace Aksu.Testing;

/// <summary>A <see cref="DeterministicBytes"/> in the form that BouncyCastle asks for.</summary>
internal sealed class DeterministicRandom(DeterministicBytes stream) : IRandomGenerator
{
    public static SecureRandom Over(DeterministicBytes stream) => new(new DeterministicRandom(stream));

    public void AddSeedMaterial(byte[] seed)
    {
        // The seed is the stream's.
    }

    public void AddSeedMaterial(ReadOnlySpan<byte> seed)
    {
        // The seed is the stream's.
    }

    public void AddSeedMaterial(long seed)
    {
        // The seed is the stream's.
    }

    public void NextBytes(byte[] bytes) => stream.Fill(bytes);

    public void NextBytes(byte[] bytes, int start, int len) => stream.Fill(bytes.AsSpan(start, len));

    public void NextBytes(Span<byte> bytes) => stream.Fill(bytes);
}
