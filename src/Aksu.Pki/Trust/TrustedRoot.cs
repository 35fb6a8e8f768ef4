using System.Formats.Asn1;
using Aksu.Pki.Parsing;

namespace Aksu.Pki.Trust;

/// <summary>
/// A trusted authority of which the name is known, and the rest is read when somebody asks for it: of the hundred and more that a system
/// trusts a process meets one or two. Thread-safe.
/// </summary>
internal sealed class TrustedRoot
{
    private readonly Lazy<(Certificate? Certificate, string? Warning)> _read;

    public TrustedRoot(Certificate certificate)
    {
        Subject = certificate.Subject;
        _read = new Lazy<(Certificate?, string?)>((certificate, null));
    }

    /// <param name="der">The certificate.</param>
    /// <param name="origin">Where it comes from, for the warning if it cannot be read.</param>
    /// <exception cref="CertificateException">Not even the name can be read.</exception>
    public TrustedRoot(byte[] der, string origin)
    {
        try
        {
            Subject = DistinguishedName.Parse(CertificateParser.ReadSubject(der));
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The certificate", error);
        }

        _read = new Lazy<(Certificate?, string?)>(() => Read(der, origin));
    }

    public DistinguishedName Subject { get; }

    /// <summary>The whole certificate; null when it cannot be read, and so is not trusted.</summary>
    public Certificate? Certificate => _read.Value.Certificate;

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Warning => _read.Value.Warning;

    private static (Certificate? Certificate, string? Warning) Read(byte[] der, string origin)
    {
        try
        {
            return (Pki.Certificate.Parse(der), null);
        }
        catch (CertificateException error)
        {
            return (null, $"{origin}: {error.Message}");
        }
    }
}
