using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>A server asks for a certificate after the handshake (RFC 9846 §4.7.2).</summary>
public sealed class PostHandshakeAuthenticationTests
{
    private static readonly CertifiedKey Identity = TestIdentity.Of(KeyKind.EcP521, "client.example");

    private static readonly ClientHandshakeOptions Willing = Shake.Client with { PostHandshakeAuthentication = true };

    [Fact]
    public void The_server_learns_the_client_s_certificates()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);

        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(SignatureScheme.EcdsaSecp521r1Sha512, pair.ServerEngine.Parameters.ClientSignatureScheme);
        Assert.Equal(Identity.Chain, pair.ClientEngine.Parameters!.LocalCertificates, Same.Bytes);
        Shake.Talk(pair);
    }

    [Fact]
    public void Data_of_both_sides_may_go_before_the_answer()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        pair.Client.Send("before"u8);
        pair.Server.RequestClientCertificate();
        pair.Server.Send("after"u8);
        pair.Pump();

        Assert.Equal("before"u8.ToArray(), pair.Server.ReceivedData);
        Assert.Equal("after"u8.ToArray(), pair.Client.ReceivedData);
        Assert.NotEmpty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void Keys_may_have_changed_before()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        pair.Client.RequestKeyUpdate(askPeer: true);
        pair.Pump();
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.NotEmpty(pair.ServerEngine.Parameters!.PeerCertificates);
        Shake.Talk(pair);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void The_client_s_application_is_asked_only_where_it_wants_to_be_and_nothing_fits(bool asks, bool fits)
    {
        using EnginePair pair = Shake.Hands(Willing with { AsksForIdentity = asks, Identities = fits ? [Identity] : [] });
        int before = pair.Client.Requests.Count;
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Equal(before, pair.Client.Requests.Count);
        Assert.Equal(fits, pair.ServerEngine.Parameters!.PeerCertificates.Count > 0);
    }

    [Fact]
    public void A_certificate_whose_key_the_server_does_not_take_is_not_shown()
    {
        using EnginePair pair = Shake.Hands(
            Willing with { AsksForIdentity = true },
            Shake.Server with { SignatureSchemes = [SignatureScheme.EcdsaSecp256r1Sha256] });
        pair.Client.Answers = new SuspensionAnswers { Identity = static request => request.Provide(Identity) };
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Null(pair.Server.Failure);
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Assert.Empty(pair.ClientEngine.Parameters!.LocalCertificates);
        Shake.Talk(pair);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void An_answer_counts_when_its_Finished_is_right(byte wrong, bool counts)
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            NullCryptography.Client with { PostHandshakeAuthentication = true, Observer = events }, NullCryptography.Server);
        pair.Server.RequestClientCertificate();
        pair.Client.Take(pair.Server.TakeOutput());
        ReadOnlyMemory<byte> request = events.Last(TlsDirection.Received, HandshakeType.CertificateRequest);
        ReadOnlyMemory<byte> context = CertificateRequest13.Decode(request[HandshakeMessage.HeaderLength..]).Context;

        // Every Finished of the null provider is the same.
        byte[] finished = [.. events.Last(TlsDirection.Sent, HandshakeType.Finished)];
        finished[^1] ^= wrong;
        pair.Server.Take(NullRecord.Protected(NullRecord.Handshake, [.. Hello.Encode(new Certificate13(context, [])), .. finished]));

        if (counts)
        {
            Assert.Null(pair.Server.Failure);
        }
        else
        {
            Shake.AssertFailed(pair.Server, TlsReason.BadFinished, AlertDescription.DecryptError);
        }
    }

    [Fact]
    public void A_client_without_certificate_declines()
    {
        using EnginePair pair = Shake.Hands(Willing);
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Null(pair.Server.Failure);
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
        Shake.Talk(pair);
    }

    [Fact]
    public void A_server_that_demands_a_certificate_ends_the_connection_when_the_client_declines()
    {
        using RotatingTicketProtector tickets = Sessions.SessionTests.Protector();
        ServerHandshakeOptions server = Shake.Server with { Tickets = tickets, ClientAuthentication = ClientAuthentication.Required };
        using EnginePair first = Shake.Hands(Willing with { Identities = [Identity] }, server);
        using EnginePair pair = Shake.Hands(Willing with { Sessions = [Sessions.SessionTests.Take(first)] }, server);
        pair.Server.RequestClientCertificate();

        Shake.AssertEnded(pair, Sender.Server, TlsReason.CertificateRequired, AlertDescription.CertificateRequired);
    }

    [Fact]
    public void The_application_may_be_asked_for_the_certificate_and_the_signature()
    {
        CertifiedKey remote = TestIdentity.Remote(KeyKind.EcP256);
        using EnginePair pair = Shake.Hands(Willing with { AsksForIdentity = true });
        pair.Client.Answers = SuspensionAnswers.None;
        pair.Server.RequestClientCertificate();
        pair.Pump();

        Assert.Equal(TlsStatus.NeedIdentity, pair.Client.Status);
        ((IdentityRequest)pair.ClientEngine.Pending!).Provide(remote);
        pair.Pump();
        Assert.Equal(TlsStatus.NeedSignature, pair.Client.Status);
        Signing.Answer((SignatureRequest)pair.ClientEngine.Pending!);
        pair.Pump();

        Assert.Equal(remote.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
        Shake.Talk(pair);
    }

    [Fact]
    public void This_side_can_send_while_the_application_makes_up_its_mind()
    {
        using EnginePair pair = Shake.Hands(Willing with { AsksForIdentity = true });
        pair.Client.Answers = SuspensionAnswers.None;
        pair.Server.RequestClientCertificate();
        pair.Pump();

        pair.Client.Send("meanwhile"u8);
        pair.Client.RequestKeyUpdate(askPeer: false);
        pair.Pump();
        Assert.Equal("meanwhile"u8.ToArray(), pair.Server.ReceivedData);

        ((IdentityRequest)pair.ClientEngine.Pending!).Provide(Identity);
        pair.Pump();
        Assert.Equal(Identity.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_connection_may_fail_while_the_application_makes_up_its_mind(bool isAboutSignature)
    {
        using EnginePair pair = Shake.Hands(Willing with { AsksForIdentity = true });
        pair.Client.Answers = SuspensionAnswers.None;
        pair.Server.RequestClientCertificate();
        pair.Pump();
        if (isAboutSignature)
        {
            ((IdentityRequest)pair.ClientEngine.Pending!).Provide(TestIdentity.Remote(KeyKind.EcP256));
            pair.Pump();
            Assert.Equal(TlsStatus.NeedSignature, pair.Client.Status);
        }

        pair.ClientEngine.Abort(new InvalidDataException());
        Shake.AssertEnded(pair, Sender.Client, TlsReason.CallbackFailed, AlertDescription.InternalError);
    }

    [Fact]
    public void The_server_s_application_may_refuse_the_certificate()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        pair.Server.Answers = new SuspensionAnswers { Verdict = static request => request.Refuse(AlertDescription.UnknownCa, "no") };
        pair.Server.RequestClientCertificate();

        Shake.AssertEnded(pair, Sender.Server, TlsReason.PeerCertificateRefused, AlertDescription.UnknownCa);
        Assert.Empty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void It_can_be_done_again()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        for (int i = 0; i < 3; i++)
        {
            pair.Server.RequestClientCertificate();
            pair.Pump();
        }

        Assert.Equal(3, pair.Server.Requests.Count);
        Shake.Talk(pair);
    }

    [Fact]
    public void A_second_request_must_wait_for_the_answer_to_the_first()
    {
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] });
        pair.Server.RequestClientCertificate();

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(pair.Server.RequestClientCertificate);
        Assert.Contains("under way", refused.Message, StringComparison.Ordinal);
        pair.Pump();
        Assert.NotEmpty(pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void A_client_that_did_not_offer_it_is_not_asked()
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { Identities = [Identity] });

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(pair.Server.RequestClientCertificate);
        Assert.Contains("did not offer", refused.Message, StringComparison.Ordinal);
        Shake.Talk(pair);
    }

    [Fact]
    public void Tickets_issued_afterwards_carry_the_certificates()
    {
        using Engine.Sessions.RotatingTicketProtector tickets = Sessions.SessionTests.Protector();
        ServerHandshakeOptions server = Shake.Server with
        {
            Tickets = tickets,
            TicketCount = 0,
            ClientAuthentication = ClientAuthentication.Requested,
        };
        using EnginePair pair = Shake.Hands(Willing with { Identities = [Identity] }, server);
        pair.Server.RequestClientCertificate();
        pair.Pump();
        pair.Server.IssueTicket();
        pair.Pump();

        using EnginePair second = Shake.AndTalk(Willing with { Sessions = [Sessions.SessionTests.Take(pair)] }, server);

        Sessions.SessionTests.AssertResumed(second, true);
        Assert.Equal(Identity.Chain, second.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }
}
