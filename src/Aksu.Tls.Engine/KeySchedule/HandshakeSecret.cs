using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>
/// The second rung of the key schedule (RFC 9846 §7.1), into which the key exchange is mixed. It is not kept: all that comes from it is
/// derived at once, under one keyed HMAC.
/// </summary>
internal static class HandshakeSecret
{
    /// <summary>The handshake traffic secrets over ClientHello…ServerHello, and the next rung.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="salt">What the first rung gives.</param>
    /// <param name="sharedSecret">Of the key exchange; null for psk_ke.</param>
    /// <param name="transcriptHash">Of ClientHello…ServerHello.</param>
    public static HandshakeKeySet Derive(
        Suite13 suite, ReadOnlySpan<byte> salt, Secret? sharedSecret, ReadOnlySpan<byte> transcriptHash)
    {
        HashFunction hash = suite.Hash;
        Span<byte> zeros = stackalloc byte[HashFunction.MaxSize];
        zeros.Clear();
        zeros = zeros[..hash.Size];
        Span<byte> secret = stackalloc byte[HashFunction.MaxSize];
        secret = secret[..hash.Size];
        Span<byte> derived = stackalloc byte[HashFunction.MaxSize];
        derived = derived[..hash.Size];
        TrafficSecret? client = null;
        TrafficSecret? server = null;
        try
        {
            Hkdf.Extract(hash, salt, sharedSecret is null ? zeros : sharedSecret.Span, secret);
            using Hmac hmac = hash.StartHmac(secret);
            DerivedSecrets.DeriveForNothing(hash, hmac, "derived"u8, derived);
            client = DerivedSecrets.DeriveHandshakeTraffic(suite, hmac, "c hs traffic"u8, transcriptHash);
            server = DerivedSecrets.DeriveHandshakeTraffic(suite, hmac, "s hs traffic"u8, transcriptHash);
            return new HandshakeKeySet(client, server, MainSecret.From(suite, derived, zeros));
        }
        catch
        {
            client?.Dispose();
            server?.Dispose();
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(derived);
        }
    }
}
