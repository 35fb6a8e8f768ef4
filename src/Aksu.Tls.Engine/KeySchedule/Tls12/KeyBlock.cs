using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.KeySchedule.Tls12;

/// <summary>
/// The key block of a connection, cut into the keys of both directions (RFC 5246 §6.3). It lives until both sides have said
/// change_cipher_spec.
/// </summary>
internal sealed class KeyBlock(RecordCipher cipher, RecordSettings settings, Secret block) : IDisposable
{
    /// <summary>How many bytes of key material a cipher takes in both directions together.</summary>
    public static int LengthFor(RecordCipher cipher, ProtocolVersion version) =>
        2 * (cipher.MacKeySize + cipher.KeySize + cipher.FixedIvSize(version));

    /// <summary>Protection of what a side sends, to be used by that side.</summary>
    public RecordSealer CreateSealer(TlsSide sender) => cipher.CreateSealer(settings, KeysOf(sender));

    /// <summary>Protection of what a side sends, to be used by the other side.</summary>
    public RecordOpener CreateOpener(TlsSide sender) => cipher.CreateOpener(settings, KeysOf(sender));

    public void Dispose() => block.Dispose();

    // MAC keys of client and server, then cipher keys, then initialization vectors.
    private DirectionKeys KeysOf(TlsSide sender)
    {
        int own = sender == TlsSide.Client ? 0 : 1;
        ReadOnlySpan<byte> bytes = block.Span;
        int macSize = cipher.MacKeySize;
        int keySize = cipher.KeySize;
        int ivSize = cipher.FixedIvSize(settings.Version);
        return new DirectionKeys(
            bytes.Slice(own * macSize, macSize),
            bytes.Slice((2 * macSize) + (own * keySize), keySize),
            bytes.Slice((2 * (macSize + keySize)) + (own * ivSize), ivSize));
    }
}
