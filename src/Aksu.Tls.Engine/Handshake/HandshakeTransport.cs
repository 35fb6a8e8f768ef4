using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>
/// Where handshake states put their messages and keys. TLS over records is one; other carriers of the same handshake are others, so that no
/// state asks which it is.
/// </summary>
internal abstract class HandshakeTransport
{
    /// <summary>Takes other options over, chosen for the ClientHello.</summary>
    public abstract void Use(HandshakeOptions options);

    /// <summary>Sends a whole handshake message under the current write key.</summary>
    public abstract void WriteHandshake(ReadOnlySpan<byte> message);

    /// <summary>Sends change_cipher_spec, which is never protected by the keys that it announces.</summary>
    public abstract void WriteChangeCipherSpec();

    /// <summary>
    /// An alert that goes out before change_cipher_spec does brings it along: what looks on expects it first (RFC 9846 §E.4).
    /// </summary>
    public abstract void PromiseChangeCipherSpec();

    /// <summary>Changes the write key; takes the secret over.</summary>
    public abstract void SetWriteSecret(TrafficSecret secret);

    /// <summary>Changes the read key; takes the secret over.</summary>
    public abstract void SetReadSecret(TrafficSecret secret, Aligned proof);

    /// <summary>Changes the write key of a version that derives its keys elsewhere; takes the sealer over.</summary>
    public abstract void SetWriteProtection(RecordSealer sealer);

    /// <summary>Changes the read key of a version that derives its keys elsewhere; takes the opener over.</summary>
    public abstract void SetReadProtection(RecordOpener opener, Aligned proof);

    /// <summary>Evidence that the read key may change now.</summary>
    public abstract Aligned RequireAligned();

    /// <summary>Whether a change_cipher_spec came that no state awaited: TLS 1.3 passes them over, older versions know none.</summary>
    public abstract bool HasIgnoredChangeCipherSpec { get; }

    /// <summary>Sets the version in the headers of unprotected records.</summary>
    public abstract void UseRecordVersion(ProtocolVersion version);

    /// <summary>Bounds the content of sent records (the peer's record_size_limit).</summary>
    public abstract void LimitSentContent(int maxContent);

    /// <summary>Bounds the inner plaintext of received protected records (this side's record_size_limit).</summary>
    public abstract void LimitReceivedInner(int maxInner);

    /// <summary>Gets past early data that is not taken.</summary>
    public abstract void SkipEarlyData(EarlyDataSkipping mode);

    /// <summary>Lets the peer send one unprotected alert although protection has begun.</summary>
    public abstract void AllowPlaintextAlert();

    /// <summary>Follows the peer's change of keys, and changes this side's own if asked to.</summary>
    public abstract void ReceiveKeyUpdate(Aligned proof, bool answer);

    /// <summary>Counts one more handshake message since application data last went either way, and returns the count.</summary>
    public abstract int CountWithoutData();

    /// <summary>The secret under which the peer sends now.</summary>
    public abstract TrafficSecret ReadSecret { get; }

    /// <summary>
    /// Sends an answer to a post-handshake request in one piece: the messages, then Finished under the write secret of that moment
    /// (RFC 9846 §4.5.3).
    /// </summary>
    /// <param name="messages">Certificate and CertificateVerify, encoded one after the other.</param>
    /// <param name="transcriptHash">The hash that Finished covers.</param>
    public abstract void OweAnswer(ReadOnlySpan<byte> messages, ReadOnlySpan<byte> transcriptHash);

    /// <summary>Sends a warning alert when this side sends next.</summary>
    public abstract void OweWarning(AlertDescription alert);
}
