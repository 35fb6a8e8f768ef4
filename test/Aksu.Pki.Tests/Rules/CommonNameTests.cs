using Aksu.Ca;
using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Rules;

/// <summary>
/// The common name never identifies anybody (RFC 9525 §6.1); in the web it must be a copy of one of the alternative names (BR §7.1.4.3).
/// </summary>
public sealed class CommonNameTests
{
    private static readonly TestNode Root = TestNode.Root();

    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "example.com www.example.com", true)]
    [InlineData("*.example.com", "*.example.com", true)]
    [InlineData("example.com", "*.example.com", true)]
    [InlineData("www.example.com", "*.example.com", false)]
    [InlineData("notinsan.example.com", "valid.example.com another.example.com", false)]
    [InlineData("EXAMPLE.com", "example.com", false)]
    [InlineData("bücher.example", "xn--bcher-kva.example", false)]
    [InlineData("xn--bcher-kva.example", "example.com", false)]
    [InlineData("1.1.1.1", "1.1.1.1", true)]
    [InlineData("0x01010101", "1.1.1.1", false)]
    [InlineData("001.001.001.001", "1.1.1.1", false)]
    [InlineData("2606:4700::1111", "2606:4700::1111", true)]
    [InlineData("2606:4700::ABCD", "2606:4700::abcd", false)]
    [InlineData("2606:4700:0:0:0:0:0:1111", "2606:4700::1111", false)]
    [InlineData("2606:4700:0000::1111", "2606:4700::1111", false)]
    [InlineData("example.com", "1.1.1.1", false)]
    [InlineData("An organization", "example.com", false)]
    public void In_the_web_it_is_a_copy_of_an_alternative_name(string commonName, string names, bool isAccepted) =>
        Expect(commonName, names, isAccepted);

    [Theory]
    [InlineData("localhost", "localhost", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("example.com", "localhost", true)]
    [InlineData("example.com", "127.0.0.1", true)]
    [InlineData("example.com", "10.1.2.3 fd00::1 localhost", true)]
    [InlineData("example.com", "localhost example.org", false)]
    [InlineData("LOCALHOST", "localhost", false)]
    [InlineData("0x7f000001", "127.0.0.1", false)]
    [InlineData("127.000.000.001", "127.0.0.1", false)]
    [InlineData("2001:DB8::1", "2001:db8::1", false)]
    [InlineData("2001:0db8:0:0:0:0:0:1", "2001:db8::1", false)]
    public void Of_names_that_nobody_may_certify_in_public_it_need_not_be_a_copy(string commonName, string names, bool isAccepted) =>
        Expect(commonName, names, isAccepted);

    [Fact]
    public void A_mailbox_is_no_name_of_which_it_could_be_a_copy()
    {
        // A client's certificate may have one.
        Certificate leaf = Root.Leaf(static t => t with
        {
            Subject = SubjectName.Write("me@example.com"),
            Names = [SubjectAlternativeName.Parse("me@example.com"), SubjectAlternativeName.Parse("https://example.com/")],
            ExtendedKeyUsage = ExtendedKeyUsage.ClientAuth,
        });
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = null, Purpose = CertificatePurpose.Client };
        VerificationPolicy policy = Verifying.Trusting(Root.Certificate);

        Assert.True(new CertificateVerifier(policy).Verify(request).IsAccepted);
        Verdict verdict = new CertificateVerifier(policy with { Profile = CertificateProfile.WebPki }).Verify(request);
        Assert.Contains("common name that is not a copy", verdict.ToText(), StringComparison.Ordinal);
    }

    private static void Expect(string commonName, string names, bool isAccepted)
    {
        Certificate leaf = Root.Leaf(t => t with
        {
            Subject = SubjectName.Write(commonName),
            Names = [.. names.Split(' ').Select(SubjectAlternativeName.Parse)],
        });
        VerificationRequest request = Verifying.Request(leaf) with { ServerIdentity = ServerOf(names.Split(' ')[0]) };
        foreach (CertificateProfile profile in Enum.GetValues<CertificateProfile>())
        {
            Verdict verdict = new CertificateVerifier(Verifying.Trusting(Root.Certificate) with { Profile = profile }).Verify(request);
            Assert.True(verdict.IsAccepted == (isAccepted || profile != CertificateProfile.WebPki), verdict.ToText());
        }
    }

    private static ServerIdentity ServerOf(string name) => ServerIdentity.Parse(name.Replace("*", "any", StringComparison.Ordinal));
}
