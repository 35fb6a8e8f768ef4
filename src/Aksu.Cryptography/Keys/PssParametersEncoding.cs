using System.Formats.Asn1;

namespace Aksu.Cryptography.Keys;

/// <summary>RSASSA-PSS-params of a key (RFC 4055 §3.1): which hash it is bound to.</summary>
internal static class PssParametersEncoding
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private const string Sha512 = "2.16.840.1.101.3.4.2.3";
    private const string Mgf1 = "1.2.840.113549.1.1.8";

    private static readonly Asn1Tag HashTag = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag MaskTag = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private static readonly Asn1Tag SaltTag = new(TagClass.ContextSpecific, 2, isConstructed: true);
    private static readonly Asn1Tag TrailerTag = new(TagClass.ContextSpecific, 3, isConstructed: true);

    /// <summary>
    /// Reads what follows the object identifier. No parameters: no restriction. Parameters that allow none of the ways of signing known
    /// here (SHA-1 by default, two different hashes, a salt longer than the digest): null.
    /// </summary>
    public static KeyAlgorithm? Read(AsnReader identifier)
    {
        if (!identifier.HasData)
        {
            return new KeyAlgorithm(KeyKind.RsaPss);
        }

        AsnReader parameters = identifier.ReadSequence();
        string? hash = ReadField(parameters, HashTag) is { } hashField ? ReadHash(hashField) : null;
        string? maskHash = ReadField(parameters, MaskTag) is { } maskField ? ReadMask(maskField) : null;
        int saltLength = ReadField(parameters, SaltTag) is { } saltField ? ReadNumber(saltField) : 20;
        int trailer = ReadField(parameters, TrailerTag) is { } trailerField ? ReadNumber(trailerField) : 1;
        parameters.ThrowIfNotEmpty();

        (SignatureAlgorithm Algorithm, int DigestSize)? known = hash switch
        {
            Sha256 => (SignatureAlgorithm.RsaPssSha256, 32),
            Sha384 => (SignatureAlgorithm.RsaPssSha384, 48),
            Sha512 => (SignatureAlgorithm.RsaPssSha512, 64),
            _ => null,
        };

        // The key's salt length is a lower limit for signatures (RFC 4055 §3.1); TLS always takes the digest's length.
        return known is { } found && maskHash == hash && saltLength >= 0 && saltLength <= found.DigestSize && trailer == 1
            ? new KeyAlgorithm(KeyKind.RsaPss, found.Algorithm)
            : null;
    }

    public static void Write(AsnWriter writer, SignatureAlgorithm? only)
    {
        if (only is not { } algorithm)
        {
            return;
        }
        (string hash, int saltLength) = algorithm switch
        {
            SignatureAlgorithm.RsaPssSha256 => (Sha256, 32),
            SignatureAlgorithm.RsaPssSha384 => (Sha384, 48),
            _ => (Sha512, 64),
        };
        using (writer.PushSequence())
        {
            using (writer.PushSequence(HashTag))
            {
                WriteHash(writer, hash);
            }
            using (writer.PushSequence(MaskTag))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Mgf1);
                WriteHash(writer, hash);
            }
            using (writer.PushSequence(SaltTag))
            {
                writer.WriteInteger(saltLength);
            }
        }
    }

    private static AsnReader? ReadField(AsnReader parameters, Asn1Tag tag) =>
        parameters.HasData && parameters.PeekTag().HasSameClassAndValue(tag) ? parameters.ReadSequence(tag) : null;

    private static string ReadHash(AsnReader reader)
    {
        AsnReader identifier = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        string oid = identifier.ReadObjectIdentifier();
        if (identifier.HasData)
        {
            identifier.ReadNull(); // RFC 4055 §2.1: NULL or absent, both are met
        }
        identifier.ThrowIfNotEmpty();
        return oid;
    }

    private static string? ReadMask(AsnReader reader)
    {
        AsnReader identifier = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        return identifier.ReadObjectIdentifier() == Mgf1 ? ReadHash(identifier) : null;
    }

    private static int ReadNumber(AsnReader reader)
    {
        int value = reader.TryReadInt32(out int number) ? number : -1;
        reader.ThrowIfNotEmpty();
        return value;
    }

    private static void WriteHash(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            writer.WriteNull();
        }
    }
}
