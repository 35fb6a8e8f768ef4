using System.Formats.Asn1;
using System.Numerics;
using Aksu.Cryptography;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Parsing;

public sealed class PublicKeyTests
{
    [Theory]
    [InlineData(KeyKind.Rsa, PublicKeyAlgorithm.Rsa, 2048)]
    [InlineData(KeyKind.RsaPss, PublicKeyAlgorithm.RsaPss, 2048)]
    [InlineData(KeyKind.EcP256, PublicKeyAlgorithm.EcP256, 256)]
    [InlineData(KeyKind.EcP384, PublicKeyAlgorithm.EcP384, 384)]
    [InlineData(KeyKind.EcP521, PublicKeyAlgorithm.EcP521, 521)]
    [InlineData(KeyKind.Ed25519, PublicKeyAlgorithm.Ed25519, 255)]
    [InlineData(KeyKind.Ed448, PublicKeyAlgorithm.Ed448, 448)]
    public void Knows_kinds_and_sizes(KeyKind kind, PublicKeyAlgorithm algorithm, int size)
    {
        PublicKeyInfo key = PublicKeyInfo.Parse(TestNode.NewKey(kind).SubjectPublicKeyInfo.Span);
        Assert.Equal((algorithm, size), (key.Algorithm, key.KeySizeInBits));
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("3", true)]
    [InlineData("4", false)]
    [InlineData("65537", true)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775809", false)]
    [InlineData("-3", false)]
    public void Rsa_exponents_are_odd_and_of_a_sane_size(string exponent, bool isRead)
    {
        byte[] key = Rsa((BigInteger.One << 2047) + 1, BigInteger.Parse(exponent, System.Globalization.CultureInfo.InvariantCulture));
        if (isRead)
        {
            Assert.Equal(2048, PublicKeyInfo.Parse(key).KeySizeInBits);
        }
        else
        {
            Assert.Throws<CertificateException>(() => PublicKeyInfo.Parse(key));
        }
    }

    [Theory]
    [InlineData(2047, VerificationFailure.UnsupportedAlgorithm)]
    [InlineData(2048, VerificationFailure.PinMismatch)]
    [InlineData(8192, VerificationFailure.PinMismatch)]
    [InlineData(8193, VerificationFailure.UnsupportedAlgorithm)]
    public void Rsa_moduli_are_held_to_their_bounds(int bits, VerificationFailure expected)
    {
        byte[] key = Rsa((BigInteger.One << (bits - 1)) + 1, 65537);
        Assert.Equal(expected, new CertificateVerifier(Verifying.Trusting()).VerifyRawPublicKey(key).Failure);
    }

    private static byte[] Rsa(BigInteger modulus, BigInteger exponent)
    {
        var key = new AsnWriter(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteInteger(modulus);
            key.WriteInteger(exponent);
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                writer.WriteNull();
            }

            writer.WriteBitString(key.Encode());
        }

        return writer.Encode();
    }
}
