using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>What the hellos of TLS 1.2 or before settled for the key schedule and the records. Immutable.</summary>
/// <param name="Version">The version.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Function">The pseudorandom function of both.</param>
/// <param name="Randoms">Both randoms.</param>
/// <param name="ExtendedMainSecret">Whether the main secret is bound to the handshake (RFC 7627).</param>
/// <param name="EncryptThenMac">Whether encrypt_then_mac was negotiated (RFC 7366).</param>
internal sealed record Agreement(
    ProtocolVersion Version,
    Suite12 Suite,
    PseudorandomFunction Function,
    HelloRandoms Randoms,
    bool ExtendedMainSecret,
    bool EncryptThenMac)
{
    public RecordSettings SettingsFor(CryptographyProvider provider) => new(Version, EncryptThenMac, provider);

    /// <summary>Tells the observer what was decided, and what of it is weaker than the default.</summary>
    public void Report(HandshakeContext context)
    {
        context.Report(HandshakeEvent.CipherSuiteDecided, Suite.Suite.ToString());
        if (Version.Value < ProtocolVersion.Tls12.Value)
        {
            context.Report(HandshakeEvent.WeakenedByOption, $"{Version} is deprecated (RFC 8996).");
        }

        ReportIf(context, !ExtendedMainSecret, "The main secret is not bound to the handshake (RFC 7627).");
        ReportIf(context, Suite.KeyExchange is KeyExchangeMethod.Rsa or KeyExchangeMethod.Psk, "The key exchange has no forward secrecy.");
        ReportIf(context, Suite.Cipher.HasSeparateMac && !EncryptThenMac, "CBC without encrypt_then_mac (RFC 7366).");
    }

    private static void ReportIf(HandshakeContext context, bool isWeaker, string what)
    {
        if (isWeaker)
        {
            context.Report(HandshakeEvent.WeakenedByOption, what);
        }
    }
}
