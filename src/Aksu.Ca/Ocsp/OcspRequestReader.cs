using System.Formats.Asn1;
using Aksu.Ca.Writing;

namespace Aksu.Ca.Ocsp;

/// <summary>Reads OCSP requests (RFC 6960 §4.1.1); a signature on them is ignored.</summary>
internal static class OcspRequestReader
{
    private const string NonceOid = "1.3.6.1.5.5.7.48.1.2";
    private const int MaxCertificates = 16;

    /// <summary>RFC 8954 §2.1: a nonce has 1 to 32 octets.</summary>
    private const int MaxNonceLength = 32;

    /// <exception cref="AsnContentException">The request is malformed or asks about too many certificates.</exception>
    public static (List<ReadOnlyMemory<byte>> CertificateIds, byte[] Nonce) Read(ReadOnlyMemory<byte> request)
    {
        var outer = new AsnReader(request, AsnEncodingRules.DER);
        AsnReader tbs = outer.ReadSequence().ReadSequence();
        outer.ThrowIfNotEmpty();
        for (int tag = 0; tag <= 1; tag++)
        {
            if (tbs.HasData && tbs.PeekTag().HasSameClassAndValue(Tags.Constructed(tag)))
            {
                tbs.ReadEncodedValue();
            }
        }

        var ids = new List<ReadOnlyMemory<byte>>();
        AsnReader list = tbs.ReadSequence();
        while (list.HasData)
        {
            AsnReader one = list.ReadSequence();
            ids.Add(one.ReadEncodedValue());
            if (ids.Count > MaxCertificates)
            {
                throw new AsnContentException("The request asks about too many certificates.");
            }
        }

        return (ids, tbs.HasData ? ReadNonce(tbs.ReadSequence(Tags.Constructed(2)).ReadSequence()) : []);
    }

    private static byte[] ReadNonce(AsnReader extensions)
    {
        while (extensions.HasData)
        {
            AsnReader extension = extensions.ReadSequence();
            bool isNonce = extension.ReadObjectIdentifier() == NonceOid;
            if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                extension.ReadBoolean();
            }

            byte[] value = extension.ReadOctetString();
            if (isNonce)
            {
                byte[] nonce = new AsnReader(value, AsnEncodingRules.DER).ReadOctetString();
                return nonce.Length is > 0 and <= MaxNonceLength
                    ? nonce
                    : throw new AsnContentException("The nonce has an impossible length.");
            }
        }

        return [];
    }
}
