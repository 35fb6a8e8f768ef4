using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 7919: Diffie-Hellman over finite fields in TLS 1.2.</summary>
public sealed class FiniteFieldRuleTests
{
    private static readonly CipherSuite Dhe = CipherSuite.DhePskAes128GcmSha256;

    private static readonly byte[] Prime = CryptographyProvider.Default.FindKeyExchange("ffdhe2048")!.Prime.ToArray();

    public static TheoryData<byte[]> BadNumbers => [new byte[] { 0 }, new byte[] { 1 }, MinusOne, Prime];

    private static byte[] MinusOne => [.. Prime[..^1], (byte)(Prime[^1] - 1)];

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void A_bad_number_of_the_server_ends_in_handshake_failure(byte[] number)
    {
        var parameters = new ServerDhParameters(Prime, new byte[] { 2 }, number);
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.InvalidKeyShare,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(Dhe),
            Older.ServerFor(Dhe) with
            {
                MessageRewriter = Rewriting.By(HandshakeType.ServerKeyExchange, new ServerKeyExchangeDhePsk(default, parameters)),
            });
    }

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void A_bad_number_of_the_client_ends_in_handshake_failure(byte[] number)
    {
        var answer = new ClientKeyExchangeDhePsk(Older.PreSharedKey.Identity, number);
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.InvalidKeyShare,
            AlertDescription.HandshakeFailure,
            Older.ClientFor(Dhe) with { MessageRewriter = Rewriting.By(HandshakeType.ClientKeyExchange, answer) },
            Older.ServerFor(Dhe));
    }

    [Fact]
    public void Fields_that_nobody_shares_end_in_insufficient_security() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoCommonGroup,
        AlertDescription.InsufficientSecurity,
        Older.ClientFor(Dhe) with { Groups = [NamedGroup.Ffdhe3072] },
        Older.ServerFor(Dhe));

    [Fact]
    public void Another_suite_is_taken_where_no_field_is_shared()
    {
        CipherSuite[] suites = [CipherSuite.DheRsaAes128GcmSha256, CipherSuite.EcdheRsaAes128GcmSha256];
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { CipherSuites = suites, Groups = [NamedGroup.Ffdhe3072, NamedGroup.X25519] },
            Older.Server with { CipherSuites = suites, Groups = [NamedGroup.Ffdhe2048, NamedGroup.X25519] });

        Assert.Equal(CipherSuite.EcdheRsaAes128GcmSha256, pair.ServerEngine.Parameters!.CipherSuite);
    }

    [Fact]
    public void A_field_that_the_client_names_is_taken()
    {
        CipherSuite[] suites = [CipherSuite.DheRsaAes128GcmSha256];
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { CipherSuites = suites, Groups = [NamedGroup.Ffdhe3072] },
            Older.Server with { CipherSuites = suites, Groups = [NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072] });

        Assert.Equal(NamedGroup.Ffdhe3072, pair.ServerEngine.Parameters!.Group);
    }
}
