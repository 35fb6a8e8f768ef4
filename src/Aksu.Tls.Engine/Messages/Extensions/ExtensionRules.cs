using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>
/// Which extension may stand in which message: the table of RFC 9846 §4.3, with those of TLS 1.2 and before and of later documents
/// added, and the two checks that a receiver makes with it.
/// </summary>
internal static class ExtensionRules
{
    /// <summary>
    /// Checks a block that was received. A known extension in a message that must not have it ends in illegal_parameter; an answer that
    /// was not asked for, known or unknown, ends in unsupported_extension. Where both are true the first is said, for it holds whatever
    /// was asked. Unknown extensions in messages that ask are ignored.
    /// </summary>
    /// <param name="block">The received extensions.</param>
    /// <param name="message">Where they stand.</param>
    /// <param name="offered">
    /// What this side asked for, in ClientHello or (when the message is a client's Certificate) in CertificateRequest. Needed for messages
    /// that answer, not looked at for the others.
    /// </param>
    public static void Check(ExtensionBlock block, ExtensionMessage message, ExtensionSet? offered)
    {
        bool isAnswer = IsAnswer(message);
        if (isAnswer)
        {
            ArgumentNullException.ThrowIfNull(offered);
        }

        foreach (Extension extension in block)
        {
            if (IsForbidden(extension.Type, message))
            {
                throw Fault.ForbiddenExtension(extension.Type, Name(message));
            }

            if (isAnswer && !NeedsNoOffer(extension.Type, message) && !offered!.Contains(extension.Type))
            {
                throw Fault.UnsolicitedExtension(extension.Type, Name(message));
            }
        }
    }

    private static bool IsForbidden(ExtensionType type, ExtensionMessage message) =>
        ExtensionTable.IsKnown(type) && !ExtensionTable.Allows(type, message);

    private static bool IsAnswer(ExtensionMessage message) => message
        is not (ExtensionMessage.ClientHello or ExtensionMessage.CertificateRequest or ExtensionMessage.NewSessionTicket);

    // RFC 9846 §4.3.2: the one answer that nobody asks for.
    private static bool NeedsNoOffer(ExtensionType type, ExtensionMessage message) =>
        type == ExtensionType.Cookie && message == ExtensionMessage.HelloRetryRequest;

    private static string Name(ExtensionMessage message) => message switch
    {
        ExtensionMessage.ClientHello => "ClientHello",
        ExtensionMessage.HelloRetryRequest => "HelloRetryRequest",
        ExtensionMessage.EncryptedExtensions => "EncryptedExtensions",
        ExtensionMessage.Certificate => "Certificate",
        ExtensionMessage.CertificateRequest => "CertificateRequest",
        ExtensionMessage.NewSessionTicket => "NewSessionTicket",
        _ => "ServerHello",
    };
}
