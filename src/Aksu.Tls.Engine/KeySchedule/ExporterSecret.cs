using System.Text;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>What exported keying material comes from (RFC 9846 §7.5).</summary>
internal sealed class ExporterSecret(HashFunction hash, Secret secret) : IDisposable
{
    /// <summary>What a length of one byte leaves behind the prefix.</summary>
    private const int MaxLabelSize = 255 - 6;

    public ReadOnlySpan<byte> Span => secret.Span;

    /// <summary>TLS-Exporter(label, context, length of output).</summary>
    public void Export(string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        Span<byte> ascii = stackalloc byte[MaxLabelSize];
        ascii = ascii[..Encoding.ASCII.GetBytes(label, ascii)];
        using var derived = Secret.OfKeptMemory(hash.Size);
        using (Hmac hmac = hash.StartHmac(secret.Span))
        {
            DerivedSecrets.DeriveForNothing(hash, hmac, ascii, derived.Span);
        }

        Span<byte> contextHash = stackalloc byte[HashFunction.MaxSize];
        hash.Hash(context, contextHash);
        HkdfLabel.Expand(hash, derived.Span, "exporter"u8, contextHash[..hash.Size], output);
    }

    public void Dispose() => secret.Dispose();
}
