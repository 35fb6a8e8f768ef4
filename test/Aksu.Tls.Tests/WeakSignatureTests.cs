using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>RFC 9846 §4.5.1.2, §4.5.1.3: certificates that are signed over MD5 or SHA-1.</summary>
public sealed class WeakSignatureTests : IDisposable
{
    // md5WithRSAEncryption, sha1WithRSAEncryption and sha256WithRSAEncryption are PKCS #1 and a last arc.
    private const byte Md5 = 4;
    private const byte Sha1 = 5;
    private const byte Sha256 = 11;

    private readonly EmbeddedAuthority _authority = EmbeddedAuthority.Create(key: new KeyRequest(KeyKind.Rsa), withIntermediate: false);

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_certificate_signed_over_md5_ends_in_bad_certificate()
    {
        using Identity weak = IssuedWith(Md5);
        (TlsException? client, TlsException? server) = await Fail(weak);

        Assert.Equal((TlsReason.PeerCertificateRefused, AlertDescription.BadCertificate), (client!.Reason, client.Alert));
        Assert.Equal(VerificationFailure.UnsupportedAlgorithm, client.Verdict?.Failure);
        Assert.Equal((AlertDescription.BadCertificate, true), (server!.Alert, server.SentByPeer));
    }

    [Fact]
    public async Task A_server_does_not_show_a_chain_signed_over_sha1()
    {
        using Identity weak = IssuedWith(Sha1);
        (_, TlsException? server) = await Fail(weak);

        Assert.Equal((TlsReason.NoCommonSignatureScheme, false), (server!.Reason, server.SentByPeer));
    }

    private async Task<(TlsException? Client, TlsException? Server)> Fail(Identity identity) => await Connected.Fail(
        new TlsClientOptions { Trust = _authority.Trust }, new TlsServerOptions { Identities = [identity] });

    // The signature is wrong then as well, but nobody looks at one that would prove nothing.
    private Identity IssuedWith(byte arc)
    {
        Identity issued = _authority.IssueServer(TestAuthority.Host);
        byte[] der = issued.Certificate.Der.ToArray();
        byte[] algorithm = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, Sha256];
        int count = 0;
        for (int at = 0; (at = der.AsSpan().IndexOf(algorithm)) >= 0; count++)
        {
            der[at + algorithm.Length - 1] = arc;
        }

        Assert.Equal(2, count);
        return Identity.Create([Certificate.Parse(der), .. issued.Chain.Skip(1)], issued.Key);
    }
}
