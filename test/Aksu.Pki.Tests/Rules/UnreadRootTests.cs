using Aksu.Pki.Tests.Building;
using Aksu.Pki.Trust;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Roots of which the name is read first and the rest when somebody needs it.</summary>
public sealed class UnreadRootTests
{
    [Fact]
    public void Are_trusted_like_those_that_were_read_at_once()
    {
        TestNode root = TestNode.Root();
        TrustStore trust = Unread(root.Certificate.Der.ToArray());

        Verifying.Accepts(new VerificationPolicy { Trust = trust }, root.Leaf());
        Assert.Equal([root.Certificate], trust.Certificates);
        Assert.Empty(trust.Warnings);
    }

    [Fact]
    public void Are_found_by_the_subject_of_every_version()
    {
        using Cryptography.SigningKey key = TestNode.NewKey();
        byte[] old = VersionOne.Write("Old root", key);

        Assert.Equal(Certificate.Parse(old).Subject, new TrustedRoot(old, "here").Subject);
    }

    [Fact]
    public void That_cannot_be_read_are_left_out_with_a_warning()
    {
        TestNode root = TestNode.Root();
        TrustStore trust = Unread([.. root.Certificate.Der.Span, 0]);

        Verifying.Refuses(VerificationFailure.UnknownAuthority, new VerificationPolicy { Trust = trust }, root.Leaf());
        Assert.Empty(trust.Certificates);
        Assert.StartsWith("here: The certificate is malformed", Assert.Single(trust.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_are_no_roots() =>
        Assert.Throws<CertificateException>(() => new TrustedRoot([0x30, 0x02, 0x30, 0x00], "here"));

    private static TrustStore Unread(byte[] der) => TrustStore.Unread([new TrustedRoot(der, "here")], []);
}
