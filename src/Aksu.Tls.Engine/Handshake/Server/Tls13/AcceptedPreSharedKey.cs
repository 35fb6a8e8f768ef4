using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>A pre-shared key whose binder verified. It owns the key schedule's first rung, and the session when it is one.</summary>
internal sealed class AcceptedPreSharedKey(int index, Suite13 suite, EarlySecret secret, ServerSession? session, bool usesKeyExchange)
    : IDisposable
{
    /// <summary>The place in the client's list.</summary>
    public int Index => index;

    public Suite13 Suite => suite;

    public EarlySecret Secret => secret;

    /// <summary>The session that is resumed; null for a key agreed outside TLS.</summary>
    public ServerSession? Session => session;

    /// <summary>psk_dhe_ke rather than psk_ke.</summary>
    public bool UsesKeyExchange => usesKeyExchange;

    /// <summary>
    /// Checks the binder (RFC 9846 §4.3.11.2) and, only then, gives the key, which takes the session over.
    /// </summary>
    public static AcceptedPreSharedKey Check(
        HandshakeContext context,
        ReceivedOffer offer,
        int index,
        PskOrigin origin,
        Suite13 suite,
        Secret key,
        ServerSession? session,
        bool usesKeyExchange)
    {
        ReadOnlySpan<byte> hello = offer.Message.Encoded.Span;
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        context.Transcript.PeekWith(suite.Hash, hello[..^offer.PreSharedKeys!.BindersLength], digest);
        EarlySecret secret = EarlySecret.FromPreSharedKey(suite.Hash, key.Span, origin);
        try
        {
            Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
            ReadOnlySpan<byte> expected = secret.ComputeBinder(digest[..suite.Hash.Size], buffer);
            return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(expected, offer.PreSharedKeys.Binders[index].Span)
                ? new AcceptedPreSharedKey(index, suite, secret, session, usesKeyExchange)
                : throw Errors.Fault.InvalidBinder();
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        secret.Dispose();
        session?.Dispose();
    }
}
