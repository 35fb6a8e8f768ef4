using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>
/// The pseudorandom function of TLS 1.2 and before, and the hash of the transcript that goes with it (RFC 5246 §5, RFC 2246 §5).
/// </summary>
internal abstract class PseudorandomFunction
{
    private const int MaxLabelSize = 255;

    /// <summary>The hash over the handshake's messages.</summary>
    public abstract HashFunction TranscriptHash { get; }

    /// <summary>The function of a version; null when the provider lacks a hash that it needs.</summary>
    public static PseudorandomFunction? For(ProtocolVersion version, Suite12 suite, CryptographyProvider provider)
    {
        if (version == ProtocolVersion.Tls12)
        {
            return new HmacFunction(suite.Hash);
        }

        return provider.FindLegacyHash("MD5") is { } md5 && provider.FindLegacyHash("SHA-1") is { } sha1
            ? new Md5Sha1Function(md5, sha1)
            : null;
    }

    /// <summary>Fills <paramref name="output"/> with PRF(secret, label, seed).</summary>
    public void Fill(ReadOnlySpan<byte> secret, string label, ReadOnlySpan<byte> seed, Span<byte> output)
    {
        Span<byte> labelBytes = stackalloc byte[MaxLabelSize];
        labelBytes = labelBytes[..Encoding.ASCII.GetBytes(label, labelBytes)];
        Fill(secret, labelBytes, seed, output);
    }

    protected abstract void Fill(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, Span<byte> output);
}
