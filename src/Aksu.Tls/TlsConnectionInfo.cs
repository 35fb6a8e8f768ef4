using Aksu.Pki;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls;

/// <summary>What a connection came to be. Immutable and thread-safe.</summary>
public sealed class TlsConnectionInfo
{
    private IReadOnlyList<Certificate>? _peerCertificates;

    internal TlsConnectionInfo(TlsConnectionParameters parameters, Verdict? verdict)
    {
        Parameters = parameters;
        Verdict = verdict;
    }

    /// <summary>The protocol version.</summary>
    public ProtocolVersion Version => Parameters.Version;

    /// <summary>The cipher suite.</summary>
    public CipherSuite CipherSuite => Parameters.CipherSuite;

    /// <summary>The key exchange group; null when there was no (EC)DHE exchange.</summary>
    public NamedGroup? Group => Parameters.Group;

    /// <summary>
    /// The scheme of the server's handshake signature; null when there was none because the session was resumed or keyed by a PSK.
    /// </summary>
    public SignatureScheme? SignatureScheme => Parameters.SignatureScheme;

    /// <summary>The scheme of the client's handshake signature; null when the client sent none.</summary>
    public SignatureScheme? ClientSignatureScheme => Parameters.ClientSignatureScheme;

    /// <summary>The application protocol (ALPN); null when none was negotiated.</summary>
    public string? ApplicationProtocol => Parameters.ApplicationProtocol;

    /// <summary>The server's name as the client asked for it; null when it did not.</summary>
    public string? ServerName => Parameters.ServerName;

    /// <summary>
    /// The peer's certificates, leaf first, those that cannot be read left out; those of the original handshake when the session was
    /// resumed; empty when the peer showed none.
    /// </summary>
    public IReadOnlyList<Certificate> PeerCertificates
    {
        get
        {
            if (Volatile.Read(ref _peerCertificates) is { } known)
            {
                return known;
            }

            // Threads that read at the same time get the same list.
            IReadOnlyList<Certificate> read =
                Parameters.PeerCertificateType == CertificateType.RawPublicKey ? [] : Parse(Parameters.PeerCertificates);
            return Interlocked.CompareExchange(ref _peerCertificates, read, null) ?? read;
        }
    }

    /// <summary>The peer's own certificate; null when it showed none.</summary>
    public Certificate? PeerCertificate => PeerCertificates.Count > 0 ? PeerCertificates[0] : null;

    /// <summary>The peer's raw public key (RFC 7250); null when it showed a certificate, or nothing.</summary>
    public PublicKeyInfo? PeerPublicKey => Parameters is { PeerCertificateType: var type, PeerCertificates: [var key, ..] }
        && type == CertificateType.RawPublicKey
            ? PublicKeyInfo.Parse(key.Span)
            : null;

    /// <summary>
    /// What the verification of the peer's certificates came to, also where a hook decided otherwise. Of the original handshake when the
    /// session was resumed, where known; null when the peer showed none, or verification was switched off.
    /// </summary>
    public Verdict? Verdict { get; }

    /// <summary>Whether an earlier session was resumed.</summary>
    public bool IsResumed => Parameters.IsResumed;

    /// <summary>Whether the server asked for another key share first (HelloRetryRequest).</summary>
    public bool IsHelloRetried => Parameters.IsHelloRetried;

    /// <summary>The same as the engine tells it, with certificates as bytes.</summary>
    public TlsConnectionParameters Parameters { get; }

    private static List<Certificate> Parse(IReadOnlyList<ReadOnlyMemory<byte>> encoded)
    {
        var certificates = new List<Certificate>(encoded.Count);
        foreach (ReadOnlyMemory<byte> one in encoded)
        {
            try
            {
                certificates.Add(Certificate.Parse(one.Span));
            }
            catch (CertificateException)
            {
                // Only those that the verdict rests on have to be readable; anything may stand beside them.
            }
        }

        return certificates;
    }
}
