using System.Security.Cryptography;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Options;

/// <summary>
/// What asking clients for certificates comes to; found out once for options and their copies. These own what is asked for, so that nobody
/// changes it behind the demand's back.
/// </summary>
internal sealed class ClientCertificateDemand
{
    // Not the options: those hold identities and keys, which may have been replaced long ago.
    private readonly IReadOnlyList<SignatureScheme> _schemes;
    private readonly IReadOnlyList<SignatureScheme> _schemesInCertificates;
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _authorities;
    private readonly ReadOnlyMemory<byte> _context;

    public ClientCertificateDemand(ServerHandshakeOptions options)
    {
        _schemes = options.SignatureSchemes;
        _schemesInCertificates = options.CertificateSignatureSchemes;
        _authorities = options.ClientCertificateAuthorities;
        _context = options.AuthenticationContext;
        Extensions = ExtensionBlock.Of(
            new SignatureAlgorithms([.. options.SignatureSchemes]),
            options.CertificateSignatureSchemes.Count > 0 ? new SignatureAlgorithmsCert([.. options.CertificateSignatureSchemes]) : null,
            options.ClientCertificateAuthorities.Count > 0 ? new CertificateAuthorities([.. options.ClientCertificateAuthorities]) : null);
        SessionContext = BoundToAuthorities(options);
    }

    /// <summary>The extensions of CertificateRequest (RFC 9846 §4.4.2).</summary>
    public ExtensionBlock Extensions { get; }

    /// <summary>What sessions are bound to: the given context, and the authorities.</summary>
    public ReadOnlyMemory<byte> SessionContext { get; }

    /// <summary>Whether the demand is that of these options: whether everything is the same that it follows from.</summary>
    public bool IsOf(ServerHandshakeOptions options) =>
        ReferenceEquals(options.SignatureSchemes, _schemes)
        && ReferenceEquals(options.CertificateSignatureSchemes, _schemesInCertificates)
        && ReferenceEquals(options.ClientCertificateAuthorities, _authorities)
        && options.AuthenticationContext.Equals(_context);

    private static byte[] BoundToAuthorities(ServerHandshakeOptions options)
    {
        using var writer = new WireWriter();
        writer.WriteBytes(options.AuthenticationContext.Span);
        foreach (ReadOnlyMemory<byte> name in options.ClientCertificateAuthorities)
        {
            writer.WriteUInt24(name.Length);
            writer.WriteBytes(name.Span);
        }

        return SHA256.HashData(writer.WrittenSpan);
    }
}
