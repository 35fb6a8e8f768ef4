using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>Nothing is offered that this library does not have or that nobody should have (RFC 9846 §4.3.3, §4.3.7, §9.3, §E.5).</summary>
public sealed class OfferRuleTests
{
    [Theory]
    [InlineData(0x0101)] // MD5 with RSA
    [InlineData(0x0202)] // SHA-1 with DSA
    [InlineData(0x0301)] // SHA-224 with RSA
    [InlineData(0x0402)] // SHA-256 with DSA
    [InlineData(0x081a)] // an elliptic curve of Brainpool
    [InlineData(0xff01)] // what TLS 1.0 and 1.1 do without naming it
    public void Schemes_that_this_library_does_not_have_cannot_be_offered(int value)
    {
        SignatureScheme[] schemes = [SignatureScheme.EcdsaSecp256r1Sha256, new SignatureScheme((ushort)value)];

        Assert.Throws<ArgumentException>(() => Shake.Client with { SignatureSchemes = schemes });
        Assert.Throws<ArgumentException>(() => Shake.Server with { SignatureSchemes = schemes });
        Assert.Throws<ArgumentException>(() => Shake.Client with { CertificateSignatureSchemes = schemes });
    }

    [Fact]
    public void No_group_stands_twice()
    {
        NamedGroup[] groups = [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.X25519];

        Assert.Throws<ArgumentException>(() => Shake.Client with { Groups = groups });
        Assert.Throws<ArgumentException>(() => Shake.Server with { Groups = groups });
    }

    [Fact]
    public void Suites_and_groups_that_the_provider_does_not_have_are_not_offered()
    {
        using var pair = new EnginePair(
            Shake.Client with
            {
                Grease = false,
                CipherSuites = [new CipherSuite(0x1307), CipherSuite.Aes128GcmSha256],
                Groups = [new NamedGroup(0x0013), new NamedGroup(0x001a), NamedGroup.Secp256r1],
            },
            Shake.Server);
        pair.Client.Run();
        ClientHello hello = Hello.Client(WireRecord.Split(pair.Client.TakeOutput())[0].Fragment);

        Assert.Equal([CipherSuite.Aes128GcmSha256], hello.CipherSuites);
        Assert.True(hello.Extensions.TryFind(ExtensionType.SupportedGroups, out ReadOnlyMemory<byte> body));
        Assert.Equal([NamedGroup.Secp256r1], SupportedGroups.Decode(body).Groups);
    }

    [Fact]
    public void No_suite_is_weak()
    {
        string[] weak = ["RC4", "RC2", "DES", "NULL", "EXPORT", "anon", "IDEA", "MD5"];

        Assert.NotEmpty(SuiteTable.Suites);
        Assert.All(SuiteTable.Suites, suite => Assert.DoesNotContain(
            weak, word => suite.ToString().Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.All(SuiteTable.Suites, static suite => Assert.Contains("AES_|CHACHA20".Split('|'), suite.ToString().Contains));
    }
}
