using System.Text.Json;
using Aksu.Pki;

namespace Aksu.Ca.Storage;

/// <summary>Reads and writes what an authority keeps besides certificates.</summary>
internal static class SettingsFile
{
    public static byte[] Write(AuthorityOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("name", options.Name);
            writer.WriteString("ocspLocation", options.OcspLocation);
            writer.WriteString("crlLocation", options.CrlLocation);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static AuthorityOptions Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return new AuthorityOptions
            {
                Name = root.GetProperty("name").GetString() ?? "",
                OcspLocation = root.GetProperty("ocspLocation").GetString(),
                CrlLocation = root.GetProperty("crlLocation").GetString(),
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CertificateException($"{path}: the authority's settings are damaged.", error);
        }
    }
}
