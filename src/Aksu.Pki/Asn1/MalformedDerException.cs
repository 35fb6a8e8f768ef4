using System.Formats.Asn1;

namespace Aksu.Pki.Asn1;

/// <summary>
/// DER that says what the standard forbids. Its message is this library's own, where the platform's depends on the platform.
/// </summary>
internal sealed class MalformedDerException(string reason) : AsnContentException(reason)
{
    /// <summary>What is wrong, in this library's words, as a part of a sentence.</summary>
    public static string ReasonOf(AsnContentException error) => error is MalformedDerException
        ? error.Message
        : "a value is cut off, not in DER, or of another type than the structure demands";
}
