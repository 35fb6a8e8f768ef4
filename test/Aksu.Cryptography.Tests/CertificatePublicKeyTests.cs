using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aksu.Cryptography.Tests;

public class CertificatePublicKeyTests
{
    private static readonly byte[] Certificate = MakeCertificate(out _);

    [Fact]
    public void Finds_the_key_of_a_certificate()
    {
        byte[] certificate = MakeCertificate(out byte[] key);
        Assert.True(CertificatePublicKey.TryRead(certificate, out ReadOnlySpan<byte> found));
        Assert.Equal(key, found.ToArray());
    }

    [Fact]
    public void Finds_the_key_of_a_certificate_of_version_1()
    {
        byte[] certificate = MakeCertificate(out byte[] key);
        // The version is the first field: five bytes, which are taken out of both frames (whose lengths have two bytes).
        byte[] older = [.. certificate[..8], .. certificate[13..]];
        older[3] -= 5;
        older[7] -= 5;
        Assert.True(CertificatePublicKey.TryRead(older, out ReadOnlySpan<byte> found));
        Assert.Equal(key, found.ToArray());
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (int length = 0; length < Certificate.Length; length++)
        {
            Assert.False(CertificatePublicKey.TryRead(Certificate.AsSpan(0, length), out ReadOnlySpan<byte> found));
            Assert.True(found.IsEmpty);
        }
        Assert.False(CertificatePublicKey.TryRead([.. Certificate, 0], out _));
    }

    [Fact]
    public void No_change_of_a_byte_throws()
    {
        byte[] changed = [.. Certificate];
        for (int i = 0; i < changed.Length; i++)
        {
            byte original = changed[i];
            for (int value = 0; value < 256; value += 5)
            {
                changed[i] = (byte)value;
                if (CertificatePublicKey.TryRead(changed, out ReadOnlySpan<byte> key))
                {
                    Assert.True(key.Overlaps(changed));
                }
            }
            changed[i] = original;
        }
    }

    private static byte[] MakeCertificate(out byte[] key)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        key = ecdsa.ExportSubjectPublicKeyInfo();
        var request = new CertificateRequest("CN=test, O=A name long enough to have lengths of two bytes", ecdsa, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        return certificate.RawData;
    }
}
