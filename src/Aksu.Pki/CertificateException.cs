using System.Formats.Asn1;
using Aksu.Pki.Asn1;

namespace Aksu.Pki;

/// <summary>
/// The one exception for certificates, keys, revocation lists and their files that cannot be read: its message says what is wrong, never
/// shows key material, and never quotes a peer's bytes.
/// </summary>
public sealed class CertificateException : Exception
{
    /// <summary>An error with a general message.</summary>
    public CertificateException()
        : base("The certificate cannot be used.")
    {
    }

    /// <summary>An error with this message.</summary>
    public CertificateException(string message)
        : base(message)
    {
    }

    /// <summary>An error with this message and its cause.</summary>
    public CertificateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a file is encrypted and no passphrase was given: with one it may be read.</summary>
    public bool IsPassphraseMissing { get; private init; }

    internal bool IsWrongPassphrase { get; private init; }

    internal static CertificateException PassphraseIsMissing(string message) => new(message) { IsPassphraseMissing = true };

    internal static CertificateException PassphraseIsWrong(string message, Exception? innerException = null) =>
        new(message, innerException) { IsWrongPassphrase = true };

    /// <summary>What stands there is not what the standard demands.</summary>
    internal static CertificateException IsMalformed(string what, AsnContentException error) =>
        new($"{what} is malformed: {MalformedDerException.ReasonOf(error)}.", error);

    /// <summary>The same error, with the file that it was found in.</summary>
    internal CertificateException In(string path) =>
        new($"{path}: {Message}", this) { IsPassphraseMissing = IsPassphraseMissing, IsWrongPassphrase = IsWrongPassphrase };
}
