using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §4.2.4.</summary>
public sealed class HelloRetryRuleTests
{
    private static readonly ServerHandshakeOptions Retrying = NullCryptography.Server with { Groups = [NamedGroup.Secp256r1] };

    [Fact]
    public void Is_checked_like_a_ServerHello()
    {
        Refuses(
            TlsReason.VersionNotOffered,
            AlertDescription.ProtocolVersion,
            static hello => hello with { LegacyVersion = ProtocolVersion.Tls13 });
        Refuses(
            TlsReason.SessionIdNotEchoed,
            AlertDescription.IllegalParameter,
            static hello => hello with { LegacySessionIdEcho = default });
        Refuses(
            TlsReason.CipherSuiteNotOffered,
            AlertDescription.IllegalParameter,
            static hello => hello with { CipherSuite = CipherSuite.Aes128CcmSha256 });
        Refuses(
            TlsReason.InvalidCompression,
            AlertDescription.IllegalParameter,
            static hello => hello with { LegacyCompressionMethod = 1 });
    }

    [Fact]
    public void The_suite_stays_the_same()
    {
        using EnginePair pair = Shake.AndTalk(NullCryptography.Client, Retrying);
        CipherSuite asked = Hello.Server(WireRecord.Split(pair.Flights[1].Bytes)[0].Fragment).CipherSuite;
        CipherSuite chosen = Hello.Server(WireRecord.Split(pair.Flights[3].Bytes)[0].Fragment).CipherSuite;

        Assert.True(pair.ClientEngine.Parameters!.IsHelloRetried);
        Assert.Equal(asked, chosen);
    }

    private static void Refuses(TlsReason reason, AlertDescription alert, Func<ServerHello, ServerHello> change) => Shake.AssertRefused(
        Sender.Client, reason, alert, NullCryptography.Client, Retrying with { MessageRewriter = Rewriting.ServerHello(change) });
}
