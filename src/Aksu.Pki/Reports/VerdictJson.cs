using System.Text.Json;

namespace Aksu.Pki.Reports;

/// <summary>A verdict as JSON; the names are part of the tool's stable output.</summary>
internal static class VerdictJson
{
    public static void Write(Verdict verdict, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("accepted", verdict.IsAccepted);
        writer.WriteString("failure", verdict.Failure.ToString());
        writer.WriteString("reason", verdict.Reason);
        writer.WriteStartArray("paths");
        foreach (CandidatePath path in verdict.Candidates)
        {
            WritePath(path, writer);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (string note in verdict.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePath(CandidatePath path, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("accepted", path.IsAccepted);
        writer.WriteBoolean("reachesTrust", path.ReachesTrust);
        writer.WriteStartArray("certificates");
        for (int index = 0; index < path.Certificates.Count; index++)
        {
            WriteCertificate(path, index, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCertificate(CandidatePath path, int index, Utf8JsonWriter writer)
    {
        Certificate certificate = path.Certificates[index];
        writer.WriteStartObject();
        writer.WriteString("role", CheckWords.Role(path, index));
        writer.WriteString("subject", certificate.Subject.ToString());
        writer.WriteString("issuer", certificate.Issuer.ToString());
        writer.WriteString("serial", certificate.SerialNumberText);
        writer.WriteString("notBefore", certificate.NotBefore);
        writer.WriteString("notAfter", certificate.NotAfter);
        writer.WriteString("key", certificate.PublicKey.ToString());
        writer.WriteString("signatureAlgorithm", certificate.SignatureAlgorithmText);
        writer.WriteString("sha256", certificate.FingerprintText);
        writer.WriteStartArray("names");
        foreach (GeneralName name in certificate.SubjectAlternativeNames)
        {
            writer.WriteStringValue(name.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("checks");
        foreach (Check check in path.Checks)
        {
            if (check.CertificateIndex == index)
            {
                writer.WriteStartObject();
                writer.WriteString("check", CheckWords.Name(check.Kind));
                writer.WriteString("outcome", check.Outcome.ToString());
                writer.WriteString("detail", check.Detail);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
