using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>Which TLS 1.3 suite a server takes.</summary>
internal static class SuiteChoice
{
    /// <summary>
    /// The most preferred common suite; null when there is none. A client that puts ChaCha20 first has no fast AES: it gets its wish.
    /// </summary>
    /// <param name="options">The server's order.</param>
    /// <param name="offered">The client's suites, unknown ones among them.</param>
    /// <param name="hashName">Only suites with this hash, for a pre-shared key; null for any.</param>
    public static Suite13? Choose(ServerHandshakeOptions options, CipherSuite[] offered, string? hashName = null)
    {
        bool isClientOrder = options.PrefersClientOrder || FirstKnown(offered) == CipherSuite.ChaCha20Poly1305Sha256;
        IReadOnlyList<CipherSuite> ordered = isClientOrder ? offered : options.CipherSuites;
        IReadOnlyList<CipherSuite> others = isClientOrder ? options.CipherSuites : offered;
        for (int i = 0; i < ordered.Count; i++)
        {
            CipherSuite candidate = ordered[i];
            if (others.Contains(candidate) && Suite13.Resolve(candidate, options.Cryptography) is { } suite
                && (hashName is null || suite.Hash.Name == hashName))
            {
                return suite;
            }
        }

        return null;
    }

    private static CipherSuite FirstKnown(CipherSuite[] offered) => Array.Find(offered, static suite => suite.Value >> 8 == 0x13);
}
