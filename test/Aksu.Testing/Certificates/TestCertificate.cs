using System.Formats.Asn1;

namespace Aksu.Testing.Certificates;

/// <summary>
/// A self-signed certificate with nothing but the fields that RFC 5280 §4.1 demands, the same bytes each time for the same key (as far as
/// the key's signatures are). The engine reads the public key alone; who judges certificates is tested elsewhere.
/// </summary>
public static class TestCertificate
{
    private const string CommonName = "2.5.4.3";

    public static byte[] For(SigningKey key, string name = "test.example")
    {
        SignatureAlgorithm algorithm = AlgorithmFor(key.Kind);
        byte[] toBeSigned = ToBeSigned(key, name, algorithm);
        byte[] signature = new byte[key.MaxSignatureSize];
        int length = key.Sign(algorithm, toBeSigned, signature);

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            WriteAlgorithm(writer, algorithm);
            writer.WriteBitString(signature.AsSpan(0, length));
        }

        return writer.Encode();
    }

    /// <summary>The DER name of the issuer (and subject) of such a certificate.</summary>
    public static byte[] NameOf(string name)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        WriteName(writer, name);
        return writer.Encode();
    }

    private static byte[] ToBeSigned(SigningKey key, string name, SignatureAlgorithm algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                writer.WriteInteger(2);
            }

            writer.WriteInteger(1);
            WriteAlgorithm(writer, algorithm);
            WriteName(writer, name);
            using (writer.PushSequence())
            {
                writer.WriteUtcTime(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
                writer.WriteUtcTime(new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
            }

            WriteName(writer, name);
            writer.WriteEncodedValue(key.SubjectPublicKeyInfo.Span);
        }

        return writer.Encode();
    }

    private static void WriteName(AsnWriter writer, string name)
    {
        using (writer.PushSequence())
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CommonName);
            writer.WriteCharacterString(UniversalTagNumber.UTF8String, name);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, SignatureAlgorithm algorithm)
    {
        using AsnWriter.Scope scope = writer.PushSequence();
        writer.WriteObjectIdentifier(algorithm switch
        {
            SignatureAlgorithm.RsaPkcs1Sha256 => "1.2.840.113549.1.1.11",
            SignatureAlgorithm.RsaPssSha256 => "1.2.840.113549.1.1.10",
            SignatureAlgorithm.EcdsaSha256 => "1.2.840.10045.4.3.2",
            SignatureAlgorithm.EcdsaSha384 => "1.2.840.10045.4.3.3",
            SignatureAlgorithm.EcdsaSha512 => "1.2.840.10045.4.3.4",
            SignatureAlgorithm.Ed25519 => "1.3.101.112",
            _ => "1.3.101.113",
        });
        if (algorithm == SignatureAlgorithm.RsaPkcs1Sha256)
        {
            writer.WriteNull();
        }
    }

    private static SignatureAlgorithm AlgorithmFor(KeyKind kind) => kind switch
    {
        KeyKind.Rsa => SignatureAlgorithm.RsaPkcs1Sha256,
        KeyKind.RsaPss => SignatureAlgorithm.RsaPssSha256,
        KeyKind.EcP256 => SignatureAlgorithm.EcdsaSha256,
        KeyKind.EcP384 => SignatureAlgorithm.EcdsaSha384,
        KeyKind.EcP521 => SignatureAlgorithm.EcdsaSha512,
        KeyKind.Ed25519 => SignatureAlgorithm.Ed25519,
        _ => SignatureAlgorithm.Ed448,
    };
}
