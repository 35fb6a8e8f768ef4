using System.Collections.Concurrent;
using Aksu.Ca.Ocsp;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca;

/// <summary>
/// A certificate authority that lives in memory only, for demonstrations and tests: a root, an intermediate below it, and whatever they
/// issue. Thread-safe; disposing it wipes the keys of the authorities, not those of the identities issued.
/// </summary>
public sealed class EmbeddedAuthority : IDisposable
{
    private static readonly TimeSpan AuthorityLifetime = TimeSpan.FromDays(3650);
    private static readonly TimeSpan DefaultStatusLifetime = TimeSpan.FromDays(7);

    private readonly GeneratedKey _rootKey;
    private readonly GeneratedKey? _intermediateKey;
    private readonly ConcurrentDictionary<string, (ReadOnlyMemory<byte> SerialNumber, RevokedEntry Entry)> _revoked =
        new(StringComparer.Ordinal);
    private long _crlNumber;

    private EmbeddedAuthority(GeneratedKey rootKey, Certificate root, GeneratedKey? intermediateKey, Certificate? intermediate)
    {
        _rootKey = rootKey;
        RootCertificate = root;
        _intermediateKey = intermediateKey;
        IntermediateCertificate = intermediate;
    }

    /// <summary>Makes the authority.</summary>
    /// <param name="name">Its name, shown in certificates.</param>
    /// <param name="key">The keys of root and intermediate; null for ECDSA P-256.</param>
    /// <param name="withIntermediate">Whether an intermediate stands between the root and what is issued.</param>
    public static EmbeddedAuthority Create(string name = "Aksu embedded authority", KeyRequest? key = null, bool withIntermediate = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        KeyRequest request = key ?? KeyRequest.Default;
        GeneratedKey rootKey = KeyFactory.Make(request);
        Certificate root = Certificate.Parse(
            CertificateWriter.WriteSelfSigned(AuthorityTemplate.Root(name, AuthorityLifetime), rootKey.Key));
        if (!withIntermediate)
        {
            return new EmbeddedAuthority(rootKey, root, null, null);
        }

        GeneratedKey intermediateKey = KeyFactory.Make(request);
        Certificate intermediate = Certificate.Parse(CertificateWriter.Write(
            AuthorityTemplate.Intermediate(name, AuthorityLifetime), intermediateKey.Key.SubjectPublicKeyInfo.Span, root, rootKey.Key));
        return new EmbeddedAuthority(rootKey, root, intermediateKey, intermediate);
    }

    /// <summary>The root, which verifiers must trust.</summary>
    public Certificate RootCertificate { get; }

    /// <summary>The intermediate; null if there is none.</summary>
    public Certificate? IntermediateCertificate { get; }

    /// <summary>The root as PEM text.</summary>
    public string RootPem => RootCertificate.ToPem();

    /// <summary>A store that trusts the root and nobody else.</summary>
    public TrustStore Trust => TrustStore.Of(RootCertificate);

    /// <summary>Issues a server certificate for these names and addresses.</summary>
    /// <exception cref="FormatException">A name is neither DNS name nor address.</exception>
    public Identity IssueServer(params IReadOnlyList<string> names) => Issue(new IssueOptions { Names = names });

    /// <summary>Issues a client certificate for this name (a mailbox or a DNS name).</summary>
    /// <exception cref="FormatException">The name can't be certified.</exception>
    public Identity IssueClient(string name) => Issue(new IssueOptions { Names = [name], ForServer = false, ForClient = true });

    /// <summary>Issues a certificate with a fresh key; the chain ends below the root. The caller disposes the identity.</summary>
    /// <exception cref="FormatException">A name can't be certified.</exception>
    /// <exception cref="ArgumentException">There is no name.</exception>
    public Identity Issue(IssueOptions options)
    {
        Identity identity = Issue(options, out Secret pkcs8);
        pkcs8.Dispose();
        return identity;
    }

    /// <summary>The same, and gives the private key as DER PKCS#8, so that it can be stored. The caller disposes both.</summary>
    /// <exception cref="FormatException">A name can't be certified.</exception>
    /// <exception cref="ArgumentException">There is no name.</exception>
    public Identity Issue(IssueOptions options, out Secret pkcs8)
    {
        ArgumentNullException.ThrowIfNull(options);
        GeneratedKey key = KeyFactory.Make(options.Key);
        Certificate certificate = Sign(LeafTemplate.From(options, Issuer), key.Key.SubjectPublicKeyInfo.Span);
        pkcs8 = key.Pkcs8;
        return Identity.Create(IntermediateCertificate is { } intermediate ? [certificate, intermediate] : [certificate], key.Key);
    }

    /// <summary>Revokes a certificate that this authority issued: lists and OCSP responses say so from now on.</summary>
    public void Revoke(Certificate certificate, RevocationReason reason = RevocationReason.Unspecified)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        _revoked.TryAdd(certificate.SerialNumberText, (certificate.SerialNumber, new RevokedEntry(DateTimeOffset.UtcNow, reason)));
    }

    /// <summary>The revocation list of the issuing authority.</summary>
    /// <param name="lifetime">How long it counts; null for a week.</param>
    public CertificateRevocationList MakeCrl(TimeSpan? lifetime = null)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        long number = Interlocked.Increment(ref _crlNumber);
        return CertificateRevocationList.Parse(
            CrlWriter.Write(Issuer, IssuerKey, number, now, now + (lifetime ?? DefaultStatusLifetime), [.. _revoked.Values]));
    }

    /// <summary>An OCSP response about a certificate that this authority issued, signed by the issuing authority itself.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="lifetime">How long it counts; null for a week.</param>
    /// <returns>DER OCSPResponse.</returns>
    public byte[] MakeOcspResponse(Certificate certificate, TimeSpan? lifetime = null) =>
        AnswerOcsp(OcspRequest.Create(certificate, Issuer), lifetime);

    /// <summary>Answers an OCSP request (RFC 6960); whatever was not revoked is good.</summary>
    public byte[] AnswerOcsp(ReadOnlyMemory<byte> request, TimeSpan? lifetime = null) =>
        new OcspAnswerer(Issuer, IssuerKey, Status).Answer(request, DateTimeOffset.UtcNow, lifetime ?? DefaultStatusLifetime);

    /// <inheritdoc/>
    public void Dispose()
    {
        _rootKey.Dispose();
        _intermediateKey?.Dispose();
    }

    private (OcspCertificateStatus Status, RevokedEntry? Revoked)? Status(ReadOnlyMemory<byte> serialNumber)
    {
        foreach ((ReadOnlyMemory<byte> serial, RevokedEntry entry) in _revoked.Values)
        {
            if (serial.Span.SequenceEqual(serialNumber.Span))
            {
                return (OcspCertificateStatus.Revoked, entry);
            }
        }

        return (OcspCertificateStatus.Good, null);
    }

    internal Certificate Issuer => IntermediateCertificate ?? RootCertificate;

    internal SigningKey IssuerKey => (_intermediateKey ?? _rootKey).Key;

    internal SigningKey RootKey => _rootKey.Key;

    internal Certificate Sign(CertificateTemplate template, ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        Certificate.Parse(CertificateWriter.Write(template, subjectPublicKeyInfo, Issuer, IssuerKey));
}
