using System.Numerics;
using Aksu.Ca.Ocsp;
using Aksu.Ca.Storage;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca;

/// <summary>
/// A certificate authority in a folder: a root, an intermediate that issues, and records of everything issued and revoked. Each change is
/// one atomic write under a lock, so a kill at any moment leaves a whole authority, and several processes may use one folder. Thread-safe.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    private readonly AuthorityFiles _files;
    private readonly AuthorityOptions _settings;
    private readonly string? _passphrase;
    private readonly Lock _gate = new();
    private Identity? _issuer;

    private CertificateAuthority(AuthorityFiles files, string? passphrase)
    {
        _files = files;
        _passphrase = passphrase;
        RootCertificate = Pem.ReadCertificatesFromFile(files.RootCertificate)[0];
        IntermediateCertificate = Pem.ReadCertificatesFromFile(files.IntermediateCertificate)[0];
        _settings = SettingsFile.Read(files.Settings);
    }

    /// <summary>Makes an authority in a folder that holds none yet.</summary>
    /// <param name="folder">Where; made if it is not there.</param>
    /// <param name="options">What authority.</param>
    /// <param name="passphrase">Encrypts the private keys; null writes them in the clear (readable by the owner alone).</param>
    /// <exception cref="InvalidOperationException">There is an authority already.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static CertificateAuthority Create(string folder, AuthorityOptions options, string? passphrase = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var files = new AuthorityFiles(folder);
        files.CreateFolders();
        using (FolderLock.Take(folder))
        {
            if (files.Exists)
            {
                throw new InvalidOperationException($"There is an authority in {folder} already.");
            }

            files.RemoveLeftovers();
            AtomicFile.Write(files.Settings, SettingsFile.Write(options), isPublic: true);
            using GeneratedKey rootKey = KeyFactory.Make(options.Key);
            using GeneratedKey intermediateKey = KeyFactory.Make(options.Key);
            Certificate root = Certificate.Parse(
                CertificateWriter.WriteSelfSigned(AuthorityTemplate.Root(options.Name, options.RootLifetime), rootKey.Key));
            Certificate intermediate = Certificate.Parse(CertificateWriter.Write(
                AuthorityTemplate.Intermediate(options.Name, options.IntermediateLifetime),
                intermediateKey.Key.SubjectPublicKeyInfo.Span,
                root,
                rootKey.Key));
            KeyFile.Write(files.RootKey, rootKey.Pkcs8, passphrase);
            KeyFile.Write(files.IntermediateKey, intermediateKey.Pkcs8, passphrase);
            AtomicFile.Write(files.IntermediateCertificate, AuthorityFiles.Text(intermediate.ToPem()), isPublic: true);
            AtomicFile.Write(files.RootCertificate, AuthorityFiles.Text(root.ToPem()), isPublic: true);
        }

        return new CertificateAuthority(files, passphrase);
    }

    /// <summary>Opens the authority in a folder. Keys are read when something is first signed.</summary>
    /// <exception cref="FileNotFoundException">There is no authority in the folder.</exception>
    /// <exception cref="CertificateException">A file of the authority is damaged.</exception>
    public static CertificateAuthority Open(string folder, string? passphrase = null)
    {
        var files = new AuthorityFiles(folder);
        return files.Exists
            ? new CertificateAuthority(files, passphrase)
            : throw new FileNotFoundException($"There is no authority in {folder} (no root.pem): make one with 'aksu ca init'.",
                files.RootCertificate);
    }

    /// <summary>The root, which verifiers must trust.</summary>
    public Certificate RootCertificate { get; }

    /// <summary>The intermediate, which issues.</summary>
    public Certificate IntermediateCertificate { get; }

    /// <summary>Where the root's certificate stands.</summary>
    public string RootCertificatePath => _files.RootCertificate;

    /// <summary>Issues a certificate with a fresh key.</summary>
    /// <exception cref="FormatException">A name can't be certified.</exception>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="CertificateException">The authority's key can't be read, e.g. because the passphrase is missing or
    /// wrong.</exception>
    public IssuedIdentity Issue(IssueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CertificateTemplate template = Template(options);
        using GeneratedKey key = KeyFactory.Make(options.Key);
        return new IssuedIdentity([Record(template, key.Key.SubjectPublicKeyInfo.Span), IntermediateCertificate],
            Secret.CopyOf(key.Pkcs8.Span));
    }

    /// <summary>
    /// Issues a certificate for the key of a request. The names are those of <paramref name="options"/>, or the request's if these are
    /// empty.
    /// </summary>
    /// <exception cref="FormatException">A name can't be certified.</exception>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="CertificateException">The authority's key can't be read.</exception>
    public IssuedIdentity Issue(CertificateSigningRequest request, IssueOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> names = options.Names.Count > 0 ? options.Names : request.Names;
        CertificateTemplate template = Template(options with { Names = names, Key = new KeyRequest(request.KeyKind) });
        return new IssuedIdentity([Record(template, request.SubjectPublicKeyInfo.Span), IntermediateCertificate], null);
    }

    /// <summary>
    /// Issues anew what was issued before, with a fresh key of the same kind: same names and purposes, and the same lifetime from now. The
    /// old certificate stays good.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No certificate with this serial number was issued.</exception>
    /// <exception cref="CertificateException">The authority's key can't be read.</exception>
    public IssuedIdentity Renew(string serialNumber)
    {
        Certificate old = Find(serialNumber).Certificate;
        TimeSpan lifetime = old.NotAfter - old.NotBefore - AuthorityTemplate.ClockTolerance;
        return Issue(RenewalOptions.From(old) with { NotAfter = DateTimeOffset.UtcNow + lifetime });
    }

    /// <summary>Revokes a certificate. Doing so again changes nothing.</summary>
    /// <exception cref="KeyNotFoundException">No certificate with this serial number was issued.</exception>
    public IssuedCertificate Revoke(string serialNumber, RevocationReason reason = RevocationReason.Unspecified)
    {
        using (FolderLock.Take(_files.Folder))
        {
            IssuedCertificate issued = Find(serialNumber);
            if (issued.Revoked is not null)
            {
                return issued;
            }

            var entry = new RevokedEntry(WholeSecond(DateTimeOffset.UtcNow), reason);
            _files.RecordRevoked(issued.Certificate.SerialNumberText, entry);
            return issued with { Revoked = entry };
        }
    }

    /// <summary>The record of one certificate.</summary>
    /// <param name="serialNumber">In hexadecimal; colons, capitals and leading zeros don't matter.</param>
    /// <exception cref="KeyNotFoundException">No certificate with this serial number was issued.</exception>
    public IssuedCertificate Find(string serialNumber)
    {
        string serial = NormalizeSerial(serialNumber);
        Certificate certificate = _files.FindIssued(serial)
            ?? throw new KeyNotFoundException($"No certificate with the serial number {serial} was issued here.");
        return new IssuedCertificate(certificate, _files.FindRevoked(serial));
    }

    /// <summary>The records of everything issued, oldest first.</summary>
    public IReadOnlyList<IssuedCertificate> List() =>
        [.. _files.IssuedSerials().Select(Find).OrderBy(static issued => issued.Certificate.NotBefore)];

    /// <summary>Makes the intermediate's revocation list and keeps it as crl.pem; its number is one more than the last one's.</summary>
    /// <param name="lifetime">When the next list will come at the latest, from now.</param>
    /// <exception cref="CertificateException">The authority's key can't be read.</exception>
    public CertificateRevocationList MakeCrl(TimeSpan lifetime)
    {
        Identity issuer = Issuer();
        using (FolderLock.Take(_files.Folder))
        {
            (ReadOnlyMemory<byte> SerialNumber, RevokedEntry Entry)[] revoked =
                [.. _files.RevokedSerials().Select(Find)
                    .Select(static one => (one.Certificate.SerialNumber, one.Revoked.GetValueOrDefault()))];
            return WriteCrl(_files.Crl, issuer.Certificate, issuer.Key, lifetime, revoked);
        }
    }

    /// <summary>
    /// Makes the root's revocation list, which never names anything but proves that the intermediate is good, and keeps it as root.crl.pem.
    /// </summary>
    /// <exception cref="CertificateException">The root's key can't be read.</exception>
    public CertificateRevocationList MakeRootCrl(TimeSpan lifetime)
    {
        using var root = Identity.FromPemFiles(_files.RootCertificate, _files.RootKey, _passphrase);
        using (FolderLock.Take(_files.Folder))
        {
            return WriteCrl(_files.RootCrl, root.Certificate, root.Key, lifetime, []);
        }
    }

    /// <summary>An OCSP response about one certificate, e.g. to be stapled.</summary>
    /// <returns>DER OCSPResponse.</returns>
    /// <exception cref="KeyNotFoundException">No certificate with this serial number was issued.</exception>
    /// <exception cref="CertificateException">The authority's key can't be read.</exception>
    public byte[] MakeOcspResponse(string serialNumber, TimeSpan lifetime) =>
        AnswerOcsp(OcspRequest.Create(Find(serialNumber).Certificate, IntermediateCertificate), lifetime);

    /// <summary>Answers an OCSP request (RFC 6960) about certificates of the intermediate; errors are answers too.</summary>
    /// <param name="request">DER OCSPRequest.</param>
    /// <param name="lifetime">How long the answer counts.</param>
    /// <returns>DER OCSPResponse.</returns>
    /// <exception cref="CertificateException">The authority's key can't be read.</exception>
    public byte[] AnswerOcsp(ReadOnlyMemory<byte> request, TimeSpan lifetime)
    {
        Identity issuer = Issuer();
        return new OcspAnswerer(issuer.Certificate, issuer.Key, Status).Answer(request, DateTimeOffset.UtcNow, lifetime);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _issuer?.Dispose();
            _issuer = null;
        }
    }

    private CertificateTemplate Template(IssueOptions options) => LeafTemplate.From(options, IntermediateCertificate) with
    {
        OcspLocation = _settings.OcspLocation,
        CrlLocation = _settings.CrlLocation,
    };

    /// <summary>The record comes first: a certificate that nobody knows of could not be revoked.</summary>
    private Certificate Record(CertificateTemplate template, ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        Identity issuer = Issuer();
        Certificate certificate = Certificate.Parse(
            CertificateWriter.Write(template, subjectPublicKeyInfo, issuer.Certificate, issuer.Key));
        using (FolderLock.Take(_files.Folder))
        {
            _files.RemoveLeftovers();
            _files.RecordIssued(certificate);
        }

        return certificate;
    }

    private Identity Issuer()
    {
        lock (_gate)
        {
            return _issuer ??= Identity.FromPemFiles(_files.IntermediateCertificate, _files.IntermediateKey, _passphrase);
        }
    }

    private (OcspCertificateStatus Status, RevokedEntry? Revoked)? Status(ReadOnlyMemory<byte> serialNumber)
    {
        string serial = NormalizeSerial(Convert.ToHexStringLower(serialNumber.Span));
        if (_files.FindRevoked(serial) is { } entry)
        {
            return (OcspCertificateStatus.Revoked, entry);
        }

        return _files.FindIssued(serial) is null ? null : (OcspCertificateStatus.Good, null);
    }

    private static CertificateRevocationList WriteCrl(
        string path,
        Certificate issuer,
        SigningKey key,
        TimeSpan lifetime,
        (ReadOnlyMemory<byte> SerialNumber, RevokedEntry Entry)[] revoked)
    {
        BigInteger number = BigInteger.One;
        if (File.Exists(path) && CrlStore.ReadFile(path).NumberText is { } last)
        {
            number += new BigInteger(Convert.FromHexString(last), isUnsigned: true, isBigEndian: true);
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        var list = CertificateRevocationList.Parse(CrlWriter.Write(issuer, key, number, now, now + lifetime, revoked));
        AtomicFile.Write(path, AuthorityFiles.Text(list.ToPem()), isPublic: true);
        return list;
    }

    private static string NormalizeSerial(string serialNumber)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        string digits = serialNumber.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant().TrimStart('0');
        digits = digits.Length % 2 == 0 ? digits : "0" + digits;
        return digits.Length is > 0 and <= 64 && digits.All(char.IsAsciiHexDigitLower)
            ? digits
            : throw new KeyNotFoundException("This is not a serial number in hexadecimal.");
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
