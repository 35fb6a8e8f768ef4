using System.Formats.Asn1;
using Aksu.Ca.Writing;
using Aksu.Cryptography;

namespace Aksu.Pki.Tests.Building;

/// <summary>Certificates as they were before there were extensions.</summary>
internal static class VersionOne
{
    public static byte[] Write(string name, SigningKey key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        byte[] subject = SubjectName.Write(name);
        using (writer.PushSequence())
        {
            writer.WriteInteger(17);
            SignatureChoice.WriteIdentifier(writer, SignatureChoice.For(key));
            writer.WriteEncodedValue(subject);
            using (writer.PushSequence())
            {
                CertificateWriter.WriteTime(writer, TestNode.Now.AddYears(-20));
                CertificateWriter.WriteTime(writer, TestNode.Now.AddYears(20));
            }

            writer.WriteEncodedValue(subject);
            writer.WriteEncodedValue(key.SubjectPublicKeyInfo.Span);
        }

        return SignedStructure.Write(writer.Encode(), key, SignatureChoice.For(key));
    }
}
