using System.Security.Cryptography;
using Aksu.Pki.Revocation;

namespace Aksu.Pki.Tests.Parsing;

/// <summary>
/// The examples that RFC 5280 prints (appendix C): an authority, what it issued and revoked, and a certificate with a DSA key. They are of
/// 2004: all of it is read, the signatures are right, and nothing of it is accepted today.
/// </summary>
public sealed class Rfc5280ExampleTests
{
    /// <summary>C.1: a self-signed authority.</summary>
    private const string Authority =
        "MIICPjCCAaegAwIBAgIBETANBgkqhkiG9w0BAQUFADBDMRMwEQYKCZImiZPyLGQBGRYDY29tMRcwFQYKCZImiZPyLGQBGRYHZXhhbXBsZTETMB" +
        "EGA1UEAxMKRXhhbXBsZSBDQTAeFw0wNDA0MzAxNDI1MzRaFw0wNTA0MzAxNDI1MzRaMEMxEzARBgoJkiaJk/IsZAEZFgNjb20xFzAVBgoJkiaJ" +
        "k/IsZAEZFgdleGFtcGxlMRMwEQYDVQQDEwpFeGFtcGxlIENBMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDC15dtKHCqW88jLoBwOe7bb9" +
        "Ut1WpPejQt+SJyR3Ad74DpyjCMAMSabltFtG6l5myUDfqR6UD8JZ3Ht2gZVo8RcGrX8ckRTzp+P5mNbnaldF9epFVT5cdoNlPHHTsSpoX+vW6h" +
        "yt81UKwI17m0flz+4qMs0SOEqpjAm2YYmmhH6QIDAQABo0IwQDAdBgNVHQ4EFgQUCGivhTPIOUp6+IKTjnBqSiCELDIwDgYDVR0PAQH/BAQDAg" +
        "EGMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEFBQADgYEAbPgCdKZh4mQEplQMbHITrTxH+/ZlE6mFkDPqdqMm2fzRDhVfKLfvk7888+I+" +
        "fLlS/BZuKarh9Hpv1X/vs5XK82aIg06hNUWEy7ybuMitxV5G2QsOjYDhMyvcviuSfkpDqWrvimNhs25HOL7oDaNnXfP6kYE8krvFXyUl63zn2K" +
        "E=";

    /// <summary>C.2: what it issued.</summary>
    private const string EndEntity =
        "MIICcTCCAdqgAwIBAgIBEjANBgkqhkiG9w0BAQUFADBDMRMwEQYKCZImiZPyLGQBGRYDY29tMRcwFQYKCZImiZPyLGQBGRYHZXhhbXBsZTETMB" +
        "EGA1UEAxMKRXhhbXBsZSBDQTAeFw0wNDA5MTUxMTQ4MjFaFw0wNTAzMTUxMTQ4MjFaMEMxEzARBgoJkiaJk/IsZAEZFgNjb20xFzAVBgoJkiaJ" +
        "k/IsZAEZFgdleGFtcGxlMRMwEQYDVQQDEwpFbmQgRW50aXR5MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDhauQDMJcCPPQQ87UeTX8Ue/" +
        "b10HjppIrwo3Xs7bZWln+ImYWa8j5od4frntGfwLQX3KuJI6QdfhYjTE+oTfUxuHyq4xpJCfRLJtsnZzCCEgFK6Rq2wQxTi2z8L3pD7DM2fjKy" +
        "e9WqzwEUxhLsE/ItFHqLIVgUE0xGo5ryFpX/IwIDAQABo3UwczAhBgNVHREEGjAYgRZlbmQuZW50aXR5QGV4YW1wbGUuY29tMB0GA1UdDgQWBB" +
        "QXe5Iw/0TWZuGQECJsFk/AjkHdbTAfBgNVHSMEGDAWgBQIaK+FM8g5Snr4gpOOcGpKIIQsMjAOBgNVHQ8BAf8EBAMCBsAwDQYJKoZIhvcNAQEF" +
        "BQADgYEAACAoNFtoMgG7CjYOrXHFlRrhBM+urcdiFKQbNjHA4gw92R7AANwQoLqFb0HLYnq3TGOBJl7SgEVeM+dwRTs5OyZKnDvyJjZpCHm7+5" +
        "ZDd0thi6GrkWTg8zdhPBqjpMmKsr9z1E3kWORi6rwgdJKGDs6EYHbpc7vHhdORRepiXc0=";

    /// <summary>C.3: a certificate with a DSA key, of another authority.</summary>
    private const string DsaEndEntity =
        "MIIDjjCCA06gAwIBAgICAQAwCQYHKoZIzjgEAzBHMRMwEQYKCZImiZPyLGQBGRYDY29tMRcwFQYKCZImiZPyLGQBGRYHZXhhbXBsZTEXMBUGA1" +
        "UEAxMORXhhbXBsZSBEU0EgQ0EwHhcNMDQwNTAyMTY0NzM4WhcNMDUwNTAyMTY0NzM4WjBHMRMwEQYKCZImiZPyLGQBGRYDY29tMRcwFQYKCZIm" +
        "iZPyLGQBGRYHZXhhbXBsZTEXMBUGA1UEAxMORFNBIEVuZCBFbnRpdHkwggG3MIIBLAYHKoZIzjgEATCCAR8CgYEAtosPlCuazqUlxvLt/PuVMq" +
        "wBEjO54BytkJu8SFSe85R3PCxxNVXm/k8iy9XYPomTM038vU9BZD6imHDsMbRQ3uvxmCgKyT5Es/0il5aD0Bij4701W//uoyFyanuW2rk/HlqQ" +
        "ryTWIPANIafUArka/Kwh+56UnktCRZ5qskhj/kMCFQCyDbCxAd8MZiT8E5K6Vfd9V3SB5QKBgQCav0ax9T9EPcmlZfuRwI5H8QrDAUfCREI2qZ" +
        "KB3lfF4GiGWAB7H/mbd6HFEKWAkXhRUTz2/PzMRsaBeJKEPfSTPQw4fhpbmU6rFGT2DCEiTigInJK5Zp9A6JX21TEq7zmiYseybZ5YxDqoEYGE" +
        "ba/4tBm0whGu0CI7qiB/7h5XGAOBhAACgYAwtnX3fCAxrji7fg0rq6CcS98g1SQTPM2Y5V9st8G6SrqplYBT8A1y3DM39AEL9QQfnS4fYtiEOp" +
        "slCVotyEaOK9T1DTvHLcZsuZjBJTpETo7KlWE1fM4VMVwjEx6iBdF6JBzL03IJkP+bnSjAoQrsRp8NuNDc0BimK175j7WVvqOByjCBxzA5BgNV" +
        "HREEMjAwhi5odHRwOi8vd3d3LmV4YW1wbGUuY29tL3VzZXJzL0RTQWVuZGVudGl0eS5odG1sMCEGA1UdEgQaMBiGFmh0dHA6Ly93d3cuZXhhbX" +
        "BsZS5jb20wHQYDVR0OBBYEFN0lZpZDq3gRQ0T+lRb52ba3AmaNMB8GA1UdIwQYMBaAFIbKpSKBYu+tCom8rXJBLClJ9IZWMBcGA1UdIAQQMA4w" +
        "DAYKYIZIAWUDAgEwCTAOBgNVHQ8BAf8EBAMCB4AwCQYHKoZIzjgEAwMvADAsAhRlVwc03dzKzF70AvRWQixe4bM7gAIUYPQxF8r0z//u9Ain2b" +
        "JhvrHD2r8=";

    /// <summary>C.4: the list on which the authority revokes C.2.</summary>
    private const string List =
        "MIIBYDCBygIBATANBgkqhkiG9w0BAQUFADBDMRMwEQYKCZImiZPyLGQBGRYDY29tMRcwFQYKCZImiZPyLGQBGRYHZXhhbXBsZTETMBEGA1UEAx" +
        "MKRXhhbXBsZSBDQRcNMDUwMjA1MTIwMDAwWhcNMDUwMjA2MTIwMDAwWjAiMCACARIXDTA0MTExOTE1NTcwM1owDDAKBgNVHRUEAwoBAaAvMC0w" +
        "HwYDVR0jBBgwFoAUCGivhTPIOUp6+IKTjnBqSiCELDIwCgYDVR0UBAMCAQwwDQYJKoZIhvcNAQEFBQADgYEAItwYffcIzsx10NBqm60Q9HYjtI" +
        "FutW2+DvsVFGzIF20f7pAXom9g5L2qjFXejoRvkvifEBInr0rUL4XiNkR9qqNMJTgV/wD9Pn7uPSYS69jnK2LiK8NGgO94gtEVxtCccmrLznrt" +
        "Z5mLbnCBfUNCdMGmr8FVF6IzTNYGmCuk/C4=";

    private static readonly DateTimeOffset DayOfTheList = new(2005, 2, 5, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_authority_is_read_as_the_rfc_describes_it()
    {
        Certificate authority = Read(Authority);
        Assert.Equal("11", authority.SerialNumberText);
        Assert.Equal("CN=Example CA,DC=example,DC=com", authority.Subject.ToString());
        Assert.True(authority.IsSelfIssued);
        Assert.Equal(new DateTimeOffset(2004, 4, 30, 14, 25, 34, TimeSpan.Zero), authority.NotBefore);
        Assert.Equal(new DateTimeOffset(2005, 4, 30, 14, 25, 34, TimeSpan.Zero), authority.NotAfter);
        Assert.Equal(new BasicConstraints(true, null), authority.BasicConstraints);
        Assert.Equal(KeyUsage.KeyCertSign | KeyUsage.CrlSign, authority.KeyUsage);
        Assert.Equal("0868af8533c8394a7af882938e706a4a20842c32", Convert.ToHexStringLower(authority.SubjectKeyIdentifier!.Value.Span));
        Assert.Equal(1024, authority.PublicKey.KeySizeInBits);
        Assert.True(IsSignedBy(authority, authority.Tbs, authority.Signature));
    }

    [Fact]
    public void The_end_entity_is_read_as_the_rfc_describes_it()
    {
        Certificate peer = Read(EndEntity);
        Assert.Equal("12", peer.SerialNumberText);
        Assert.Equal("CN=End Entity,DC=example,DC=com", peer.Subject.ToString());
        Assert.Equal("end.entity@example.com", Assert.Single(peer.SubjectAlternativeNames).ToString().Split(':')[^1]);
        Assert.Equal(KeyUsage.DigitalSignature | KeyUsage.ContentCommitment, peer.KeyUsage);
        Assert.Equal("0868af8533c8394a7af882938e706a4a20842c32", Convert.ToHexStringLower(peer.AuthorityKeyIdentifier!.KeyIdentifier.Span));
        Assert.True(IsSignedBy(Read(Authority), peer.Tbs, peer.Signature));
    }

    [Fact]
    public void The_list_is_read_as_the_rfc_describes_it()
    {
        CertificateRevocationList list = CertificateRevocationList.Parse(Convert.FromBase64String(List));
        Assert.Equal(Read(Authority).Subject, list.Issuer);
        Assert.Equal(new DateTimeOffset(2005, 2, 5, 12, 0, 0, TimeSpan.Zero), list.ThisUpdate);
        Assert.Equal(new DateTimeOffset(2005, 2, 6, 12, 0, 0, TimeSpan.Zero), list.NextUpdate);
        RevokedEntry entry = list.Find(Read(EndEntity).SerialNumber.Span).GetValueOrDefault();
        Assert.Equal(new RevokedEntry(new DateTimeOffset(2004, 11, 19, 15, 57, 3, TimeSpan.Zero), RevocationReason.KeyCompromise), entry);
        Assert.Null(list.Find([17]));
        Assert.True(IsSignedBy(Read(Authority), list.Content.Tbs, list.Content.Signature));
    }

    [Fact]
    public void The_certificate_with_a_dsa_key_is_read()
    {
        Certificate certificate = Read(DsaEndEntity);
        Assert.Equal("0100", certificate.SerialNumberText);
        Assert.Equal(PublicKeyAlgorithm.Dsa, certificate.PublicKey.Algorithm);
        Assert.Equal(GeneralNameKind.Uri, Assert.Single(certificate.SubjectAlternativeNames).Kind);
    }

    [Fact]
    public void Nothing_of_it_is_accepted_today_even_on_its_own_day()
    {
        var verifier = new CertificateVerifier(new VerificationPolicy { Trust = TrustStore.Of(Read(Authority)) });
        Verdict verdict = verifier.Verify(new VerificationRequest
        {
            Chain = [Read(EndEntity).Der],
            Purpose = CertificatePurpose.Client,
            Email = "end.entity@example.com",
            Time = DayOfTheList,
        });
        Assert.Equal(VerificationFailure.UnsupportedAlgorithm, verdict.Failure);
        Check[] failed = [.. verdict.Path!.Checks.Where(static check => check.Outcome == CheckOutcome.Failed)];
        Assert.Contains(failed, static check => check.Detail.Contains("1024 bits", StringComparison.Ordinal));
        Assert.Contains(failed, static check => check.Detail.Contains("SHA-1", StringComparison.Ordinal));
        Assert.All(
            failed, static check => Assert.True(check.Kind is CheckKind.KeyStrength or CheckKind.SignatureAlgorithm, check.ToString()));
    }

    private static Certificate Read(string base64) => Certificate.Parse(Convert.FromBase64String(base64));

    /// <summary>RSA with SHA-1, by the platform: this library makes no use of it.</summary>
    private static bool IsSignedBy(Certificate issuer, ReadOnlyMemory<byte> content, ReadOnlyMemory<byte> signature)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(issuer.SubjectPublicKeyInfo.Span, out _);
        return key.VerifyData(content.Span, signature.Span, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }
}
