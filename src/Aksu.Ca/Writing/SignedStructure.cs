using System.Formats.Asn1;
using Aksu.Cryptography;

namespace Aksu.Ca.Writing;

/// <summary>
/// SEQUENCE { what is signed, algorithm, signature }: the outer form of certificates, revocation lists and OCSP responses.
/// </summary>
internal static class SignedStructure
{
    public static byte[] Write(byte[] toBeSigned, SigningKey key, SignatureAlgorithm algorithm)
    {
        byte[] signature = SignatureChoice.Sign(key, algorithm, toBeSigned);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            SignatureChoice.WriteIdentifier(writer, algorithm);
            writer.WriteBitString(signature);
        }

        return writer.Encode();
    }
}
