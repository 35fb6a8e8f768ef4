using Aksu.Ca;
using Aksu.Pki.Transparency;

namespace Aksu.Pki.Tests.Rules;

/// <summary>Policies are immutable: lists and bytes that the application changes afterwards are its own.</summary>
public sealed class PolicyCopyTests
{
    [Fact]
    public void Pins_are_copied_with_their_bytes()
    {
        byte[] pin = [1];
        List<ReadOnlyMemory<byte>> pins = [pin];
        var policy = new VerificationPolicy { Pins = pins };
        pin[0] = 2;
        pins.Clear();

        Assert.Equal(1, Assert.Single(policy.Pins).Span[0]);
    }

    [Fact]
    public void Intermediates_are_copied()
    {
        List<Certificate> certificates = [null!];
        var policy = new VerificationPolicy { Intermediates = certificates };
        certificates.Clear();

        Assert.Single(policy.Intermediates);
    }

    [Fact]
    public void Logs_are_copied()
    {
        List<TransparencyLog> logs = [null!];
        var policy = new TransparencyPolicy { Logs = logs };
        logs.Clear();

        Assert.Single(policy.Logs);
    }

    [Fact]
    public void Names_to_be_certified_are_copied()
    {
        List<string> names = ["a.example"];
        var options = new IssueOptions { Names = names };
        names[0] = "b.example";

        Assert.Equal("a.example", Assert.Single(options.Names));
    }

    [Fact]
    public void None_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>(static () => new VerificationPolicy { Pins = null! });
        Assert.Throws<ArgumentNullException>(static () => new VerificationPolicy { Intermediates = null! });
        Assert.Throws<ArgumentNullException>(static () => new TransparencyPolicy { Logs = null! });
        Assert.Throws<ArgumentNullException>(static () => new IssueOptions { Names = null! });
    }
}
