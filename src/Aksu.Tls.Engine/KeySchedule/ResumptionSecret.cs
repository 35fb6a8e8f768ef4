using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>What the pre-shared keys of session tickets come from (RFC 9846 §4.7.1).</summary>
internal sealed class ResumptionSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>The pre-shared key that goes with a ticket's nonce; the caller owns it.</summary>
    /// <param name="ticketNonce">The nonce.</param>
    /// <param name="reserve">Gives a secret of a length: of kept memory only where the key never leaves the engine.</param>
    public Secret DerivePreSharedKey(ReadOnlySpan<byte> ticketNonce, Func<int, Secret> reserve)
    {
        Secret psk = reserve(suite.Hash.Size);
        try
        {
            HkdfLabel.Expand(suite.Hash, secret.Span, "resumption"u8, ticketNonce, psk.Span);
            return psk;
        }
        catch
        {
            psk.Dispose();
            throw;
        }
    }

    public void Dispose() => secret.Dispose();
}
