using System.Formats.Asn1;

namespace Aksu.Ca.Writing;

/// <summary>Writes a directory name with a common name and, if given, an organization (RFC 5280 §4.1.2.4).</summary>
internal static class SubjectName
{
    private const string CommonName = "2.5.4.3";
    private const string Organization = "2.5.4.10";

    /// <summary>Longest common name and organization (ub-common-name, RFC 5280 appendix A).</summary>
    public const int MaxLength = 64;

    public static byte[] Write(string? commonName, string? organization = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteAttribute(writer, Organization, organization);
            WriteAttribute(writer, CommonName, commonName);
        }

        return writer.Encode();
    }

    private static void WriteAttribute(AsnWriter writer, string type, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
        }
    }
}
