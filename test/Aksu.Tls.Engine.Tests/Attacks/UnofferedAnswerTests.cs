using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// FREAK, Logjam and their kind: an answer with something weak that the client never offered. The client takes from a server nothing that
/// it did not ask for, whoever signed it.
/// </summary>
/// <seealso cref="Tls12.KeyExchangeTests"/>
public sealed class UnofferedAnswerTests
{
    [Theory]
    [InlineData(0x0001)] // RSA_WITH_NULL_MD5
    [InlineData(0x0003)] // RSA_EXPORT_WITH_RC4_40_MD5: FREAK
    [InlineData(0x0005)] // RSA_WITH_RC4_128_SHA
    [InlineData(0x000a)] // RSA_WITH_3DES_EDE_CBC_SHA: Sweet32
    [InlineData(0x0014)] // DHE_RSA_EXPORT_WITH_DES40_CBC_SHA: Logjam
    [InlineData(0x0034)] // DH_anon_WITH_AES_128_CBC_SHA
    [InlineData(0x009c)] // RSA_WITH_AES_128_GCM_SHA256, which is off
    [InlineData(0x009e)] // DHE_RSA_WITH_AES_128_GCM_SHA256, which is off
    [InlineData(0x00a8)] // PSK_WITH_AES_128_GCM_SHA256, without a key
    [InlineData(0xc013)] // ECDHE_RSA_WITH_AES_128_CBC_SHA, which is off
    [InlineData(0x1301)] // of another version
    public void A_suite_that_was_not_offered(ushort suite) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CipherSuiteNotOffered,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.ServerHello(hello => hello with { CipherSuite = new CipherSuite(suite) }) });

    [Fact]
    public void A_temporary_RSA_key_where_there_is_none_in_the_exchange()
    {
        // FREAK: a short key that the server signs, in a handshake whose suite has no such message.
        byte[] temporary = [12, 0, 0, 8, 0, 1, 0xc5, 0, 1, 3, 0, 0];
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.UnexpectedMessage,
            AlertDescription.UnexpectedMessage,
            Older.ClientFor(CipherSuite.RsaAes128GcmSha256),
            Older.ServerFor(CipherSuite.RsaAes128GcmSha256) with
            {
                MessageRewriter = Rewriting.Of(HandshakeType.Certificate, message => [.. message, .. temporary]),
            });
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    public void A_prime_of_the_server_s_own_though_it_signs_it(int length)
    {
        // Logjam: 512 bits; but no other prime is taken either, whatever its length, for nobody can tell a good one from a bad one.
        byte[] prime = [0xff, .. new byte[length - 2], 0x61];
        AssertFieldRefused(TlsReason.UnknownFiniteField, AlertDescription.InsufficientSecurity, prime, [2]);
    }

    [Fact]
    public void A_known_prime_with_another_generator() => AssertFieldRefused(
        TlsReason.UnknownFiniteField, AlertDescription.InsufficientSecurity, Prime.ToArray(), [1]);

    [Theory]
    [InlineData(0x0015)] // secp224r1
    [InlineData(0x0009)] // sect163k1
    [InlineData(0x0018)] // secp384r1, which is not offered here
    public void A_curve_that_was_not_offered_though_the_server_signs_it(ushort group)
    {
        var evil = new SignedByTheServer();
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.GroupNotOffered,
            AlertDescription.IllegalParameter,
            Older.Client with
            {
                Groups = [NamedGroup.X25519, NamedGroup.Secp256r1],
                CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256],
            },
            Older.Server with { Observer = evil.Observer, MessageRewriter = evil.Curve(new NamedGroup(group), new byte[97]) });
    }

    [Fact]
    public void A_share_of_a_group_that_was_not_offered() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.GroupNotOffered,
        AlertDescription.IllegalParameter,
        Shake.Client with { Groups = [NamedGroup.X25519] },
        Shake.Server with
        {
            MessageRewriter = Rewriting.Of(
                HandshakeType.ServerHello,
                static message => Hello.Replace(message, new KeyShareChoice(new KeyShareEntry(NamedGroup.Secp256r1, new byte[65])))),
        });

    [Theory]
    [InlineData(0x1303)]
    [InlineData(0x00ff)]
    [InlineData(0xc02f)]
    public void A_suite_of_TLS_1_3_that_was_not_offered(ushort suite) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.CipherSuiteNotOffered,
        AlertDescription.IllegalParameter,
        Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256] },
        Shake.Server with { MessageRewriter = Rewriting.ServerHello(hello => hello with { CipherSuite = new CipherSuite(suite) }) });

    [Fact]
    public void Compression_that_was_not_offered() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.InvalidCompression,
        AlertDescription.IllegalParameter,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.ServerHello(static hello => hello with { LegacyCompressionMethod = 1 }) });

    private static ReadOnlyMemory<byte> Prime => CryptographyProvider.Default.FindKeyExchange("ffdhe2048")!.Prime;

    private static void AssertFieldRefused(TlsReason reason, AlertDescription alert, byte[] prime, byte[] generator)
    {
        CipherSuite suite = CipherSuite.DheRsaAes128GcmSha256;
        var evil = new SignedByTheServer();
        Shake.AssertRefused(
            Sender.Client,
            reason,
            alert,
            Older.ClientFor(suite),
            Older.ServerFor(suite) with { Observer = evil.Observer, MessageRewriter = evil.Field(prime, generator, [4]) });
    }
}
