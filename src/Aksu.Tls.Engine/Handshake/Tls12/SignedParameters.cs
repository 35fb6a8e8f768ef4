using Aksu.Tls.Engine.KeySchedule.Tls12;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>What a server signs in ServerKeyExchange: both randoms and its parameters (RFC 5246 §7.4.3, RFC 8422 §5.4).</summary>
internal static class SignedParameters
{
    public static byte[] For(HelloRandoms randoms, ReadOnlySpan<byte> parameters) =>
        [.. randoms.Client.Span, .. randoms.Server.Span, .. parameters];
}
