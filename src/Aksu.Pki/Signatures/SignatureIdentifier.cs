using System.Formats.Asn1;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Signatures;

/// <summary>What a certificate's AlgorithmIdentifier means: a way to sign, or the reason why it is not accepted.</summary>
/// <param name="Algorithm">The way to sign; null when the algorithm is weak or not supported.</param>
/// <param name="Name">Name for people.</param>
/// <param name="IsWeak">Whether the algorithm is known and broken (MD5, SHA-1).</param>
internal sealed record SignatureIdentifier(SignatureAlgorithm? Algorithm, string Name, bool IsWeak)
{
    private static readonly SignatureIdentifier RsaSha256 = new(SignatureAlgorithm.RsaPkcs1Sha256, "RSA PKCS#1 with SHA-256", false);
    private static readonly SignatureIdentifier RsaSha384 = new(SignatureAlgorithm.RsaPkcs1Sha384, "RSA PKCS#1 with SHA-384", false);
    private static readonly SignatureIdentifier RsaSha512 = new(SignatureAlgorithm.RsaPkcs1Sha512, "RSA PKCS#1 with SHA-512", false);
    private static readonly SignatureIdentifier RsaSha1 = new(null, "RSA PKCS#1 with SHA-1", true);
    private static readonly SignatureIdentifier RsaMd5 = new(null, "RSA PKCS#1 with MD5", true);
    private static readonly SignatureIdentifier PssSha256 = new(SignatureAlgorithm.RsaPssSha256, "RSA-PSS with SHA-256", false);
    private static readonly SignatureIdentifier PssSha384 = new(SignatureAlgorithm.RsaPssSha384, "RSA-PSS with SHA-384", false);
    private static readonly SignatureIdentifier PssSha512 = new(SignatureAlgorithm.RsaPssSha512, "RSA-PSS with SHA-512", false);
    private static readonly SignatureIdentifier PssOther = new(null, "RSA-PSS with parameters that are not supported", false);
    private static readonly SignatureIdentifier PssSha1 = new(null, "RSA-PSS with SHA-1", true);
    private static readonly SignatureIdentifier EcdsaSha256 = new(SignatureAlgorithm.EcdsaSha256, "ECDSA with SHA-256", false);
    private static readonly SignatureIdentifier EcdsaSha384 = new(SignatureAlgorithm.EcdsaSha384, "ECDSA with SHA-384", false);
    private static readonly SignatureIdentifier EcdsaSha512 = new(SignatureAlgorithm.EcdsaSha512, "ECDSA with SHA-512", false);
    private static readonly SignatureIdentifier EcdsaSha1 = new(null, "ECDSA with SHA-1", true);
    private static readonly SignatureIdentifier Ed25519 = new(SignatureAlgorithm.Ed25519, "Ed25519", false);
    private static readonly SignatureIdentifier Ed448 = new(SignatureAlgorithm.Ed448, "Ed448", false);

    public bool IsSha1 => this == RsaSha1 || this == PssSha1 || this == EcdsaSha1;

    /// <summary>Reads an AlgorithmIdentifier (RFC 4055, 5758, 8410).</summary>
    /// <exception cref="AsnContentException">The structure is malformed, or parameters stand where none may.</exception>
    public static SignatureIdentifier Read(ReadOnlySpan<byte> der)
    {
        var outer = new DerReader(der);
        DerReader identifier = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlySpan<byte> oid = identifier.ReadOid();
        if (oid.SequenceEqual(Oids.RsassaPss))
        {
            return ReadPss(ref identifier);
        }

        if (FindRsa(oid) is { } rsa)
        {
            // RFC 4055 §5: NULL, and its absence is accepted as well.
            if (!identifier.IsEmpty)
            {
                identifier.ReadNull();
            }

            identifier.ThrowIfNotEmpty();
            return rsa;
        }

        if (FindOther(oid) is { } other)
        {
            identifier.ThrowIfNotEmpty();
            return other;
        }

        return new SignatureIdentifier(null, "signature algorithm " + Oids.ToText(oid), false);
    }

    private static SignatureIdentifier? FindRsa(ReadOnlySpan<byte> oid)
    {
        if (oid.SequenceEqual(Oids.Sha256WithRsa))
        {
            return RsaSha256;
        }

        if (oid.SequenceEqual(Oids.Sha384WithRsa))
        {
            return RsaSha384;
        }

        if (oid.SequenceEqual(Oids.Sha512WithRsa))
        {
            return RsaSha512;
        }

        if (oid.SequenceEqual(Oids.Sha1WithRsa))
        {
            return RsaSha1;
        }

        return oid.SequenceEqual(Oids.Md5WithRsa) ? RsaMd5 : null;
    }

    private static SignatureIdentifier? FindOther(ReadOnlySpan<byte> oid)
    {
        if (oid.SequenceEqual(Oids.EcdsaWithSha256))
        {
            return EcdsaSha256;
        }

        if (oid.SequenceEqual(Oids.EcdsaWithSha384))
        {
            return EcdsaSha384;
        }

        if (oid.SequenceEqual(Oids.EcdsaWithSha512))
        {
            return EcdsaSha512;
        }

        if (oid.SequenceEqual(Oids.EcdsaWithSha1))
        {
            return EcdsaSha1;
        }

        if (oid.SequenceEqual(Oids.Ed25519))
        {
            return Ed25519;
        }

        return oid.SequenceEqual(Oids.Ed448) ? Ed448 : null;
    }

    /// <summary>RSASSA-PSS-params (RFC 4055 §3.1): only those whose hash, mask hash and salt length belong together are used.</summary>
    private static SignatureIdentifier ReadPss(ref DerReader identifier)
    {
        if (identifier.IsEmpty)
        {
            return PssSha1;
        }

        DerReader parameters = identifier.ReadSequence();
        identifier.ThrowIfNotEmpty();
        ReadOnlySpan<byte> hash = Oids.Sha1;
        ReadOnlySpan<byte> maskHash = Oids.Sha1;
        int saltLength = 20;
        int trailer = 1;
        if (parameters.NextIs(ContextTag.Constructed(0)))
        {
            DerReader field = parameters.ReadSequence(ContextTag.Constructed(0));
            hash = ReadHash(ref field);
            field.ThrowIfNotEmpty();
        }

        if (parameters.NextIs(ContextTag.Constructed(1)))
        {
            DerReader field = parameters.ReadSequence(ContextTag.Constructed(1));
            DerReader mask = field.ReadSequence();
            field.ThrowIfNotEmpty();
            if (!mask.ReadOid().SequenceEqual(Oids.Mgf1))
            {
                return PssOther;
            }

            maskHash = ReadHash(ref mask);
            mask.ThrowIfNotEmpty();
        }

        if (parameters.NextIs(ContextTag.Constructed(2)))
        {
            DerReader field = parameters.ReadSequence(ContextTag.Constructed(2));
            saltLength = field.ReadNonNegative();
            field.ThrowIfNotEmpty();
        }

        if (parameters.NextIs(ContextTag.Constructed(3)))
        {
            DerReader field = parameters.ReadSequence(ContextTag.Constructed(3));
            trailer = field.ReadNonNegative();
            field.ThrowIfNotEmpty();
        }

        parameters.ThrowIfNotEmpty();
        return Choose(hash, maskHash, saltLength, trailer);
    }

    private static SignatureIdentifier Choose(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> maskHash, int saltLength, int trailer)
    {
        if (hash.SequenceEqual(Oids.Sha1))
        {
            return PssSha1;
        }

        if (!hash.SequenceEqual(maskHash) || trailer != 1)
        {
            return PssOther;
        }

        if (hash.SequenceEqual(Oids.Sha256) && saltLength == 32)
        {
            return PssSha256;
        }

        if (hash.SequenceEqual(Oids.Sha384) && saltLength == 48)
        {
            return PssSha384;
        }

        return hash.SequenceEqual(Oids.Sha512) && saltLength == 64 ? PssSha512 : PssOther;
    }

    private static ReadOnlySpan<byte> ReadHash(scoped ref DerReader field)
    {
        DerReader algorithm = field.ReadSequence();
        ReadOnlySpan<byte> oid = algorithm.ReadOid();
        if (!algorithm.IsEmpty)
        {
            algorithm.ReadNull();
        }

        algorithm.ThrowIfNotEmpty();
        return oid;
    }
}
