using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The last rung of the key schedule (RFC 9846 §7.1; called master secret in RFC 8446).</summary>
internal sealed class MainSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>Null when the next rung has its memory.</summary>
    private Secret? _secret = secret;

    private Secret Held => _secret ?? throw new ObjectDisposedException(nameof(MainSecret));

    /// <summary>The rung itself; <paramref name="zeros"/> are as many as a digest has bytes.</summary>
    public static MainSecret From(Suite13 suite, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> zeros)
    {
        var secret = Secret.OfKeptMemory(suite.Hash.Size);
        try
        {
            Hkdf.Extract(suite.Hash, salt, zeros, secret.Span);
            return new MainSecret(suite, secret);
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <summary>The secrets over ClientHello…server Finished.</summary>
    public ApplicationKeySet DeriveApplication(ReadOnlySpan<byte> transcriptHash)
    {
        using Hmac hmac = suite.Hash.StartHmac(Held.Span);
        TrafficSecret? client = null;
        TrafficSecret? server = null;
        try
        {
            client = DerivedSecrets.DeriveTraffic(suite, hmac, "c ap traffic"u8, transcriptHash);
            server = DerivedSecrets.DeriveTraffic(suite, hmac, "s ap traffic"u8, transcriptHash);
            Secret exporter = DerivedSecrets.Derive(suite.Hash, hmac, "exp master"u8, transcriptHash);
            return new ApplicationKeySet(client, server, new ExporterSecret(suite.Hash, exporter));
        }
        catch
        {
            client?.Dispose();
            server?.Dispose();
            throw;
        }
    }

    /// <summary>Consumes this rung, which is written over: resumption_secret over ClientHello…client Finished.</summary>
    public ResumptionSecret IntoResumption(ReadOnlySpan<byte> transcriptHash)
    {
        Span<byte> next = stackalloc byte[HashFunction.MaxSize];
        next = next[..suite.Hash.Size];
        Secret memory = Held;
        try
        {
            HkdfLabel.Expand(suite.Hash, memory.Span, "res master"u8, transcriptHash, next);
            next.CopyTo(memory.Span);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(next);
        }

        _secret = null;
        return new ResumptionSecret(suite, memory);
    }

    public void Dispose() => _secret?.Dispose();
}
