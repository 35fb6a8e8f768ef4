using System.Globalization;
using System.Text;
using System.Text.Json;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca.Storage;

/// <summary>
/// The files of an authority. Every fact is a file of its own that is written once and atomically, so there is no state to get out of step:
/// issued/SERIAL.pem was issued, revoked/SERIAL.json is revoked, crl.pem is the newest list. root.pem is written last: it makes the folder
/// an authority.
/// </summary>
internal sealed class AuthorityFiles(string folder)
{
    public string Folder => folder;

    public string RootCertificate => Path.Combine(folder, "root.pem");

    public string RootKey => Path.Combine(folder, "root.key.pem");

    public string IntermediateCertificate => Path.Combine(folder, "intermediate.pem");

    public string IntermediateKey => Path.Combine(folder, "intermediate.key.pem");

    public string Settings => Path.Combine(folder, "authority.json");

    public string Crl => Path.Combine(folder, "crl.pem");

    public string RootCrl => Path.Combine(folder, "root.crl.pem");

    private string IssuedFolder => Path.Combine(folder, "issued");

    private string RevokedFolder => Path.Combine(folder, "revoked");

    public bool Exists => File.Exists(RootCertificate);

    public void CreateFolders()
    {
        AtomicFile.CreatePrivateFolder(folder);
        AtomicFile.CreatePrivateFolder(IssuedFolder);
        AtomicFile.CreatePrivateFolder(RevokedFolder);
    }

    public void RemoveLeftovers()
    {
        AtomicFile.RemoveLeftovers(folder);
        AtomicFile.RemoveLeftovers(IssuedFolder);
        AtomicFile.RemoveLeftovers(RevokedFolder);
    }

    public void RecordIssued(Certificate certificate) =>
        AtomicFile.Write(IssuedPath(certificate.SerialNumberText), Text(certificate.ToPem()), isPublic: true);

    public void RecordRevoked(string serial, RevokedEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("time", entry.Time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
            writer.WriteString("reason", entry.Reason.ToString());
            writer.WriteEndObject();
        }

        AtomicFile.Write(RevokedPath(serial), buffer.ToArray(), isPublic: true);
    }

    public Certificate? FindIssued(string serial) =>
        File.Exists(IssuedPath(serial)) ? Certificate.ParsePem(File.ReadAllText(IssuedPath(serial))) : null;

    public RevokedEntry? FindRevoked(string serial)
    {
        string path = RevokedPath(serial);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new RevokedEntry(
                document.RootElement.GetProperty("time").GetDateTimeOffset(),
                Enum.Parse<RevocationReason>(document.RootElement.GetProperty("reason").GetString() ?? ""));
        }
        catch (Exception error) when (
            error is JsonException or KeyNotFoundException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new CertificateException($"{path}: this record of a revocation is damaged; the certificate must be taken as revoked.",
                error);
        }
    }

    /// <summary>Serial numbers of everything issued, in hexadecimal.</summary>
    public IEnumerable<string> IssuedSerials() => Names(IssuedFolder, ".pem");

    /// <summary>Serial numbers of everything revoked, in hexadecimal.</summary>
    public IEnumerable<string> RevokedSerials() => Names(RevokedFolder, ".json");

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<string> Names(string path, string extension) =>
        Directory.EnumerateFiles(path, "*" + extension)
            .Select(static file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    private string IssuedPath(string serial) => Path.Combine(IssuedFolder, serial + ".pem");

    private string RevokedPath(string serial) => Path.Combine(RevokedFolder, serial + ".json");
}
