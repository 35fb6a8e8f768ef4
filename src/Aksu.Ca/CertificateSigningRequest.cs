using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using Aksu.Ca.Writing;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca;

/// <summary>
/// A PKCS#10 certification request (RFC 2986) whose signature was found to be right: whoever made it has the key. Immutable.
/// </summary>
public sealed class CertificateSigningRequest
{
    private const string ExtensionRequest = "1.2.840.113549.1.9.14";
    private const string SubjectAltName = "2.5.29.17";
    private const int MaxSize = 64 * 1024;

    private CertificateSigningRequest(byte[] subjectPublicKeyInfo, IReadOnlyList<string> names, KeyKind keyKind)
    {
        SubjectPublicKeyInfo = subjectPublicKeyInfo;
        Names = names;
        KeyKind = keyKind;
    }

    /// <summary>Reads a request from PEM text and checks its signature.</summary>
    /// <exception cref="CertificateException">There is none, it is malformed, or its signature is wrong.</exception>
    public static CertificateSigningRequest ParsePem(ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields)
            || !pem[fields.Label].EndsWith(PemLabels.CertificateRequest, StringComparison.Ordinal))
        {
            throw new CertificateException("The text holds no request (no block BEGIN CERTIFICATE REQUEST).");
        }

        return Parse(Convert.FromBase64String(pem[fields.Base64Data].ToString()));
    }

    /// <summary>Reads a DER request and checks its signature.</summary>
    /// <exception cref="CertificateException">It is malformed, or its signature is wrong.</exception>
    public static CertificateSigningRequest Parse(ReadOnlySpan<byte> der)
    {
        if (der.Length > MaxSize)
        {
            throw new CertificateException($"The request is longer than {MaxSize} bytes.");
        }

        try
        {
            return Read(der.ToArray());
        }
        catch (AsnContentException error)
        {
            throw new CertificateException("The request is malformed.", error);
        }
    }

    /// <summary>The key to certify, DER SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>
    /// The names that the request asks for (subjectAltName), those of unknown kinds left out. They are wishes: the authority decides.
    /// </summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The kind of key.</summary>
    public KeyKind KeyKind { get; }

    private static CertificateSigningRequest Read(byte[] der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        AsnReader request = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlyMemory<byte> signedPart = request.ReadEncodedValue();
        ReadOnlyMemory<byte> algorithmIdentifier = request.ReadEncodedValue();
        byte[] signature = request.ReadBitString(out _);
        request.ThrowIfNotEmpty();

        AsnReader info = new AsnReader(signedPart, AsnEncodingRules.DER).ReadSequence();
        info.ReadInteger();
        info.ReadEncodedValue();
        byte[] key = info.ReadEncodedValue().ToArray();
        using VerificationKey? verification = CryptographyProvider.Default.ImportPublicKey(key);
        if (verification is null)
        {
            throw new CertificateException("The request's key is malformed or of a kind that is not supported.");
        }

        SignatureAlgorithm? algorithm = SignatureChoice.Find(algorithmIdentifier.Span);
        if (algorithm is not { } known || !verification.Supports(known) || !verification.Verify(known, signedPart.Span, signature))
        {
            throw new CertificateException("The request's signature is wrong, or made in a way that is weak or not supported.");
        }

        return new CertificateSigningRequest(key, info.HasData ? ReadNames(info.ReadSetOf(Tags.Constructed(0))) : [], verification.Kind);
    }

    private static List<string> ReadNames(AsnReader attributes)
    {
        var names = new List<string>();
        while (attributes.HasData)
        {
            AsnReader attribute = attributes.ReadSequence();
            if (attribute.ReadObjectIdentifier() != ExtensionRequest)
            {
                continue;
            }

            AsnReader extensions = attribute.ReadSetOf().ReadSequence();
            while (extensions.HasData)
            {
                AsnReader extension = extensions.ReadSequence();
                bool isNames = extension.ReadObjectIdentifier() == SubjectAltName;
                if (extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
                {
                    extension.ReadBoolean();
                }

                byte[] value = extension.ReadOctetString();
                if (isNames)
                {
                    AddNames(new AsnReader(value, AsnEncodingRules.DER).ReadSequence(), names);
                }
            }
        }

        return names;
    }

    private static void AddNames(AsnReader list, List<string> names)
    {
        while (list.HasData)
        {
            Asn1Tag tag = list.PeekTag();
            switch ((GeneralNameKind)tag.TagValue)
            {
                case GeneralNameKind.Dns or GeneralNameKind.Email or GeneralNameKind.Uri:
                    names.Add(list.ReadCharacterString(UniversalTagNumber.IA5String, tag));
                    break;
                case GeneralNameKind.IpAddress:
                    byte[] address = list.ReadOctetString(tag);
                    names.Add(
                        address.Length is 4 or 16
                            ? new IPAddress(address).ToString()
                            : throw new AsnContentException("An address is malformed."));
                    break;
                default:
                    list.ReadEncodedValue();
                    break;
            }
        }
    }
}
