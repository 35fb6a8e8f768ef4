using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Selection;

public class ClientCertificateDemandTests
{
    private static readonly ServerHandshakeOptions Options = new()
    {
        ClientAuthentication = ClientAuthentication.Required,
        ClientCertificateAuthorities = [TestCertificate.NameOf("one.example"), TestCertificate.NameOf("two.example")],
        AuthenticationContext = new byte[] { 1 },
    };

    public static TheoryData<string> Changes => ["schemes", "schemes in certificates", "authorities", "context"];

    [Fact]
    public void It_names_schemes_and_authorities()
    {
        ServerHandshakeOptions options = Options with { CertificateSignatureSchemes = [SignatureScheme.Ed25519] };
        ExtensionBlock extensions = options.CertificateDemand.Extensions;
        Assert.Equal(options.SignatureSchemes, SignatureAlgorithms.Decode(Body(ExtensionType.SignatureAlgorithms)).Schemes);
        Assert.Equal([SignatureScheme.Ed25519], SignatureAlgorithmsCert.Decode(Body(ExtensionType.SignatureAlgorithmsCert)).Schemes);
        Assert.Equal(
            options.ClientCertificateAuthorities.Select(static name => name.ToArray()),
            CertificateAuthorities.Decode(Body(ExtensionType.CertificateAuthorities)).DistinguishedNames
                .Select(static name => name.ToArray()));

        ReadOnlyMemory<byte> Body(ExtensionType type) =>
            extensions.TryFind(type, out ReadOnlyMemory<byte> body) ? body : throw new InvalidOperationException($"No {type}.");
    }

    [Fact]
    public void What_is_not_limited_is_not_named()
    {
        ExtensionBlock extensions = new ServerHandshakeOptions().CertificateDemand.Extensions;
        Assert.Equal(ExtensionType.SignatureAlgorithms, Assert.Single(extensions.Entries).Type);
    }

    [Fact]
    public void A_copy_that_asks_for_the_same_shares_it()
    {
        ClientCertificateDemand demand = Options.CertificateDemand;
        Assert.Same(demand, Options.CertificateDemand);
        Assert.Same(demand, (Options with { TicketCount = 1 }).CertificateDemand);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_copy_that_asks_for_something_else_has_its_own(string change)
    {
        ClientCertificateDemand demand = Options.CertificateDemand;
        ServerHandshakeOptions other = change switch
        {
            "schemes" => Options with { SignatureSchemes = [SignatureScheme.Ed25519] },
            "schemes in certificates" => Options with { CertificateSignatureSchemes = [SignatureScheme.Ed25519] },
            "authorities" => Options with { ClientCertificateAuthorities = [TestCertificate.NameOf("other.example")] },
            _ => Options with { AuthenticationContext = new byte[] { 2 } },
        };
        Assert.NotSame(demand, other.CertificateDemand);
        Assert.Same(demand, Options.CertificateDemand);
        Assert.Equal(
            change is "authorities" or "context",
            !other.SessionContext.Span.SequenceEqual(Options.SessionContext.Span));
    }

    [Fact]
    public void Memory_that_the_application_changes_later_is_not_asked_for()
    {
        byte[] context = [1];
        byte[] name = TestCertificate.NameOf("one.example").ToArray();
        List<ReadOnlyMemory<byte>> authorities = [name];
        List<SignatureScheme> schemes = [SignatureScheme.Ed25519];
        var options = new ServerHandshakeOptions
        {
            ClientAuthentication = ClientAuthentication.Required,
            ClientCertificateAuthorities = authorities,
            AuthenticationContext = context,
            SignatureSchemes = schemes,
            CertificateSignatureSchemes = schemes,
        };
        ReadOnlyMemory<byte> before = options.SessionContext;
        context[0] = 2;
        name[^1]++;
        authorities.Add(TestCertificate.NameOf("two.example"));
        schemes.Add(SignatureScheme.Ed448);

        Assert.Equal(1, options.AuthenticationContext.Span[0]);
        Assert.Equal(TestCertificate.NameOf("one.example").ToArray(), Assert.Single(options.ClientCertificateAuthorities).ToArray());
        Assert.Single(options.SignatureSchemes);
        Assert.Single(options.CertificateSignatureSchemes);

        // And what is given anew is taken as it is now.
        ServerHandshakeOptions other = options with { AuthenticationContext = context };
        Assert.NotEqual(before.ToArray(), other.SessionContext.ToArray());
        Assert.NotEqual(before.ToArray(), (options with { ClientCertificateAuthorities = authorities }).SessionContext.ToArray());
    }

    [Fact]
    public void Sessions_are_bound_to_the_context_alone_where_no_authority_is_named()
    {
        Assert.Equal(Options.AuthenticationContext, (Options with { ClientCertificateAuthorities = [] }).SessionContext);
        Assert.Equal(Options.AuthenticationContext, (Options with { ClientAuthentication = ClientAuthentication.None }).SessionContext);
    }

    [Fact]
    public void It_takes_no_part_in_equality()
    {
        ServerHandshakeOptions options = Options with { TicketCount = 3 };
        ServerHandshakeOptions copy = options with { SignatureSchemes = [.. options.SignatureSchemes] };
        ServerHandshakeOptions asked = copy with { };
        Assert.NotSame(options.CertificateDemand, asked.CertificateDemand);
        Assert.Equal(copy, asked);
        Assert.Equal(copy.GetHashCode(), asked.GetHashCode());
    }
}
