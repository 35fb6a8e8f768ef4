using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>The master secret of TLS 1.2 and before (RFC 5246 §8.1), from which keys, Finished and exporters come.</summary>
internal sealed class MasterSecret : IDisposable
{
    /// <summary>Its length in bytes.</summary>
    public const int Length = 48;

    /// <summary>The length of verify_data in bytes (RFC 5246 §7.4.9).</summary>
    public const int FinishedLength = 12;

    private readonly PseudorandomFunction _function;
    private readonly Secret _secret;

    private MasterSecret(PseudorandomFunction function, Secret secret)
    {
        _function = function;
        _secret = secret;
    }

    /// <summary>The bytes, for the key log; valid until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> Span => _secret.Span;

    /// <summary>From both randoms (RFC 5246 §8.1): not bound to the rest of the handshake.</summary>
    public static MasterSecret Derive(PseudorandomFunction function, Secret preMasterSecret, HelloRandoms randoms) =>
        Derive(function, preMasterSecret, "master secret", randoms.ClientFirst);

    /// <summary>From the hash of all messages up to ClientKeyExchange (RFC 7627 §4).</summary>
    public static MasterSecret DeriveExtended(PseudorandomFunction function, Secret preMasterSecret, ReadOnlySpan<byte> sessionHash) =>
        Derive(function, preMasterSecret, "extended master secret", sessionHash);

    /// <summary>That of a session which is resumed; the bytes are copied.</summary>
    public static MasterSecret Resume(PseudorandomFunction function, ReadOnlySpan<byte> secret) => new(function, Secret.CopyOf(secret));

    /// <summary>A copy for a session that is stored; the caller owns it.</summary>
    public Secret Copy() => Secret.CopyOf(_secret.Span);

    /// <summary>verify_data of one side's Finished (RFC 5246 §7.4.9); returns the bytes written.</summary>
    public Span<byte> ComputeFinished(TlsSide sender, scoped ReadOnlySpan<byte> transcriptHash, Span<byte> destination)
    {
        destination = destination[..FinishedLength];
        _function.Fill(_secret.Span, sender == TlsSide.Client ? "client finished" : "server finished", transcriptHash, destination);
        return destination;
    }

    /// <summary>The key block (RFC 5246 §6.3).</summary>
    public KeyBlock Expand(Suite12 suite, RecordSettings settings, HelloRandoms randoms)
    {
        var block = Secret.OfKeptMemory(KeyBlock.LengthFor(suite.Cipher, settings.Version));
        try
        {
            _function.Fill(_secret.Span, "key expansion", randoms.ServerFirst, block.Span);
            return new KeyBlock(suite.Cipher, settings, block);
        }
        catch
        {
            block.Dispose();
            throw;
        }
    }

    /// <summary>Exported keying material (RFC 5705 §4).</summary>
    public void Export(string label, ReadOnlySpan<byte> seed, Span<byte> output) => _function.Fill(_secret.Span, label, seed, output);

    public void Dispose() => _secret.Dispose();

    private static MasterSecret Derive(PseudorandomFunction function, Secret preMasterSecret, string label, ReadOnlySpan<byte> seed)
    {
        var secret = Secret.OfKeptMemory(Length);
        try
        {
            function.Fill(preMasterSecret.Span, label, seed, secret.Span);
            return new MasterSecret(function, secret);
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }
}
