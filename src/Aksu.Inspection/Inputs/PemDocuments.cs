using System.Security.Cryptography;
using System.Text;
using Aksu.Inspection.Certificates;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Inputs;

/// <summary>The blocks of a PEM file (RFC 7468). Private keys are passed over: what is shown must not give them away.</summary>
internal static class PemDocuments
{
    private const int MaxDocuments = 256;

    public static bool Is(ReadOnlySpan<byte> input) => input.IndexOf("-----BEGIN "u8) >= 0;

    /// <exception cref="UnreadableInputException">There is no block that can be shown.</exception>
    public static List<TracedDocument> Read(ReadOnlySpan<byte> input)
    {
        var documents = new List<TracedDocument>();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(input);
        bool hasKeys = false;
        while (PemEncoding.TryFind(text, out PemFields block))
        {
            string label = text[block.Label].ToString();
            if (label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                hasKeys = true;
            }
            else if (documents.Count < MaxDocuments)
            {
                documents.Add(Document(label, Convert.FromBase64String(text[block.Base64Data].ToString())));
            }

            text = text[block.Location.End..];
        }

        return documents.Count > 0 ? documents : throw new UnreadableInputException(
            hasKeys ? InputTexts.OnlyPrivateKey : InputTexts.DamagedPem);
    }

    public static TracedDocument Document(string label, byte[] der)
    {
        string name = label == "CERTIFICATE" ? "Certificate" : label;
        return new TracedDocument(name, der, DerFields.Read(der, 0, name));
    }
}
