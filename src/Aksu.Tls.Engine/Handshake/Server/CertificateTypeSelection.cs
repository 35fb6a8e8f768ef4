using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>Whether certificates or raw public keys are exchanged (RFC 7250 §4.2). A client that says nothing means certificates.</summary>
internal static class CertificateTypeSelection
{
    private static readonly CertificateType[] CertificatesAlone = [CertificateType.X509];

    /// <summary>What the client takes from a server, in its order.</summary>
    public static CertificateType[] TakenBy(ReceivedOffer offer) => offer.ServerCertificateTypes ?? CertificatesAlone;

    /// <summary>
    /// What a client shows when it is asked: the first of its own types that this side accepts. Null when there is none: then the client is
    /// not asked, and where its certificate is required the handshake ends.
    /// </summary>
    public static CertificateType? OfClient(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        foreach (CertificateType type in offer.ClientCertificateTypes ?? CertificatesAlone)
        {
            if (options.PeerCertificateTypes.Contains(type))
            {
                return type;
            }
        }

        return options.ClientAuthentication == ClientAuthentication.Required ? throw Fault.NoCommonCertificateType() : null;
    }

    /// <summary>Whether no identity is of a type that the client takes.</summary>
    public static bool HasNone(ServerHandshakeOptions options, ReceivedOffer offer) =>
        options.Identities.Count > 0 && !options.Identities.Any(identity => TakenBy(offer).Contains(identity.Key.CertificateType));

    /// <summary>The answer about the server's certificate; null when the client did not ask, or gets none.</summary>
    public static IExtensionBody? AnswerForServer(ReceivedOffer offer, CertifiedKey? presented) =>
        offer.ServerCertificateTypes is not null && presented is not null
            ? new CertificateTypeChoice(ExtensionType.ServerCertificateType, presented.CertificateType)
            : null;

    /// <summary>The answer about the client's certificate; null when the client did not ask, or will not be asked for one.</summary>
    public static IExtensionBody? AnswerForClient(ReceivedOffer offer, CertificateType? type, bool mayBeAsked) =>
        offer.ClientCertificateTypes is not null && type is { } chosen && mayBeAsked
            ? new CertificateTypeChoice(ExtensionType.ClientCertificateType, chosen)
            : null;
}
