using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>Whether the server chose certificates or raw public keys (RFC 7250 §4.2). One that says nothing means certificates.</summary>
internal static class ChosenCertificateTypes
{
    /// <summary>The parameters with what both sides present in a full handshake; a type that was not offered ends it.</summary>
    /// <param name="parameters">What is agreed so far.</param>
    /// <param name="answers">The extensions of ServerHello (TLS 1.2) or EncryptedExtensions.</param>
    /// <param name="options">What this side offered.</param>
    /// <param name="showsCertificate">Whether the server authenticates by a certificate or key at all.</param>
    public static TlsConnectionParameters In(
        TlsConnectionParameters parameters, ExtensionBlock answers, ClientHandshakeOptions options, bool showsCertificate)
    {
        CertificateType? server = Find(answers, ExtensionType.ServerCertificateType, options.PeerCertificateTypes);
        CertificateType? client = Find(answers, ExtensionType.ClientCertificateType, options.OwnCertificateTypes);
        if (server is null && showsCertificate && !options.PeerCertificateTypes.Contains(CertificateType.X509))
        {
            throw Fault.NoCommonCertificateType();
        }

        if (server is null && client is null)
        {
            // Certificates are what the parameters begin with.
            return parameters;
        }

        return parameters with
        {
            PeerCertificateType = server ?? CertificateType.X509,
            LocalCertificateType = client ?? CertificateType.X509,
        };
    }

    private static CertificateType? Find(ExtensionBlock answers, ExtensionType extension, IReadOnlyList<CertificateType> offered)
    {
        if (!answers.TryFind(extension, out ReadOnlyMemory<byte> body))
        {
            return null;
        }

        CertificateType choice = CertificateTypeChoice.Decode(extension, body).Choice;
        return offered.Contains(choice) ? choice : throw Fault.CertificateTypeNotOffered();
    }
}
