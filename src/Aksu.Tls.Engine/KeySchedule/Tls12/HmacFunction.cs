using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>The pseudorandom function of TLS 1.2: P_hash with the hash of the suite (RFC 5246 §5).</summary>
internal sealed class HmacFunction(HashFunction hash) : PseudorandomFunction
{
    public override HashFunction TranscriptHash => hash;

    protected override void Fill(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, Span<byte> output) =>
        DataExpansion.Fill(hash, secret, label, seed, output);
}
