using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Where the application must decide: each kind of request, answered late, refused, answered twice.</summary>
public sealed class SuspensionTests
{
    private static readonly CertifiedKey Remote = TestIdentity.Remote(KeyKind.EcP256);

    [Fact]
    public void The_server_waits_for_its_options()
    {
        using EnginePair pair = ChoosingServer();
        pair.Pump();
        var request = Assert.IsType<ServerOptionsRequest>(pair.ServerEngine.Pending);

        Assert.Equal(TlsStatus.NeedServerOptions, pair.Server.Status);
        Assert.Equal(Shake.Name, request.ServerName);
        Assert.Equal(["h2"], request.ApplicationProtocols);
        Assert.Contains(ProtocolVersion.Tls13, request.Versions);
        Assert.Equal(DefaultParameters.CipherSuites, request.CipherSuites.Skip(1));
        Assert.Equal(DefaultParameters.Groups, request.Groups.Skip(1));
        Assert.Equal(DefaultParameters.SignatureSchemes, request.SignatureSchemes.Skip(1));
        Assert.Equal(Shake.Name, Hello.Client(request.ClientHello).Extensions.Entries.Count > 0 ? request.ServerName : null);

        request.Provide(Shake.Server with { ApplicationProtocols = ["h2"], MaxRecordContent = 100 });
        Shake.Talk(pair.Shake());
        Assert.Equal("h2", pair.ServerEngine.Parameters!.ApplicationProtocol);
    }

    [Fact]
    public void The_options_chosen_for_the_hello_reach_the_record_layer()
    {
        var events = new CollectedEvents();
        using EnginePair pair = ChoosingServer();
        pair.Server.Answers = new SuspensionAnswers
        {
            Options = request => request.Provide(Shake.Server with { MaxRecordContent = 100, RecordsPerKey = 16, Observer = events }),
        };
        pair.Shake();
        pair.Server.Send(new byte[100 * 20]);
        pair.Pump();

        Assert.Equal(100 * 20, pair.Client.ReceivedData.Length);
        Assert.Contains(HandshakeType.KeyUpdate, events.Types(Diagnostics.TlsDirection.Sent));
    }

    [Fact]
    public void Refused_options_end_in_the_application_s_alert()
    {
        using EnginePair pair = ChoosingServer();
        pair.Server.Answers = new SuspensionAnswers
        {
            Options = static request => request.Refuse(AlertDescription.UnrecognizedName, "not here"),
        };

        Shake.AssertEnded(pair, Sender.Server, TlsReason.ApplicationRefused, AlertDescription.UnrecognizedName);
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused_and_can_be_given_again()
    {
        using EnginePair pair = ChoosingServer();
        pair.Pump();
        var request = (ServerOptionsRequest)pair.ServerEngine.Pending!;

        Assert.Throws<ArgumentException>(() => request.Provide(Shake.Server with { Versions = [ProtocolVersion.Ssl3] }));
        Assert.False(request.IsAnswered);
        request.Provide(Shake.Server);
        pair.Shake();
    }

    [Fact]
    public void The_client_waits_for_the_verdict()
    {
        using EnginePair pair = Waiting(Shake.Client, Shake.Server);
        pair.Pump();
        var request = Assert.IsType<PeerCertificatesRequest>(pair.ClientEngine.Pending);

        Assert.Equal(TlsStatus.NeedPeerVerdict, pair.Client.Status);
        Assert.False(pair.ClientEngine.IsEstablished);
        Assert.Equal((TlsSide.Client, Shake.Name), (request.Side, request.ServerName));
        request.Accept();
        pair.Shake();
    }

    [Theory]
    [InlineData(42)]
    [InlineData(45)]
    [InlineData(48)]
    public void A_refused_server_certificate_ends_in_the_application_s_alert(byte alert)
    {
        using var pair = new EnginePair(
            Shake.Client,
            Shake.Server,
            clientAnswers: new SuspensionAnswers { Verdict = request => request.Refuse(new AlertDescription(alert), "no") });

        Shake.AssertEnded(pair, Sender.Client, TlsReason.PeerCertificateRefused, new AlertDescription(alert));
        Assert.Equal(TlsErrorKind.PeerAuthentication, pair.Client.Failure!.Kind);
    }

    [Fact]
    public void A_refused_client_certificate_ends_in_the_application_s_alert()
    {
        using var pair = new EnginePair(
            Shake.Client with { Identities = [TestIdentity.Of(KeyKind.EcP256)] },
            Shake.Server with { ClientAuthentication = ClientAuthentication.Required },
            serverAnswers: new SuspensionAnswers { Verdict = static request => request.Refuse(AlertDescription.UnknownCa, "no") });

        Shake.AssertEnded(pair, Sender.Server, TlsReason.PeerCertificateRefused, AlertDescription.UnknownCa);
    }

    [Theory]
    [InlineData(KeyKind.Rsa)]
    [InlineData(KeyKind.RsaPss)]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    public void Keys_elsewhere_sign_for_both_sides(KeyKind kind)
    {
        CertifiedKey remote = TestIdentity.Remote(kind);
        var answers = new SuspensionAnswers { Signature = Signing.Answer };
        using EnginePair pair = EnginePair.Connect(
            Shake.Client with { Identities = [remote] },
            Shake.Server with { Identities = [new ServerIdentity(remote, [])], ClientAuthentication = ClientAuthentication.Required },
            answers,
            answers);

        Shake.Talk(pair);
        Assert.Equal(remote.Chain, pair.ClientEngine.Parameters!.PeerCertificates, Same.Bytes);
        Assert.Equal(remote.Chain, pair.ServerEngine.Parameters!.PeerCertificates, Same.Bytes);
    }

    [Fact]
    public void The_server_waits_for_the_signature()
    {
        using EnginePair pair = Waiting(Shake.Client, Shake.Server with { Identities = [new ServerIdentity(Remote, [])] });
        pair.Pump();
        var request = Assert.IsType<SignatureRequest>(pair.ServerEngine.Pending);

        Assert.Equal(TlsStatus.NeedSignature, pair.Server.Status);
        Assert.Equal((SignatureScheme.EcdsaSecp256r1Sha256, SignatureAlgorithm.EcdsaSha256), (request.Scheme, request.Algorithm));
        Assert.Same(Remote, request.Key);
        Signing.Answer(request);
        pair.Client.Answers = SuspensionAnswers.Default;
        Shake.Talk(pair.Shake());
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_key_that_cannot_sign_ends_in_internal_error(Sender side)
    {
        var answers = new SuspensionAnswers { Signature = static request => request.Fail(new IOException("the vault is closed")) };
        using var pair = new EnginePair(
            Shake.Client with { Identities = [Remote] },
            Shake.Server with
            {
                Identities = [side == Sender.Server ? new ServerIdentity(Remote, []) : TestIdentity.Server(KeyKind.EcP256)],
                ClientAuthentication = ClientAuthentication.Required,
            },
            answers,
            answers);

        Shake.AssertEnded(pair, side, TlsReason.CannotSign, AlertDescription.InternalError);
        EngineEnd end = side == Sender.Client ? pair.Client : pair.Server;
        Assert.IsType<IOException>(end.Failure!.InnerException);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_wrong_signature_is_found_by_the_peer(Sender side)
    {
        var answers = new SuspensionAnswers
        {
            Signature = static request =>
            {
                byte[] signature = Signing.Sign(request);
                signature[^1] ^= 1;
                request.Provide(signature);
            },
        };
        using var pair = new EnginePair(
            Shake.Client with { Identities = [Remote] },
            Shake.Server with
            {
                Identities = [side == Sender.Server ? new ServerIdentity(Remote, []) : TestIdentity.Server(KeyKind.EcP256)],
                ClientAuthentication = ClientAuthentication.Required,
            },
            answers,
            answers);

        Sender by = side == Sender.Client ? Sender.Server : Sender.Client;
        Shake.AssertEnded(pair, by, TlsReason.BadSignature, AlertDescription.DecryptError);
    }

    [Fact]
    public void A_signature_has_a_length()
    {
        using EnginePair pair = Waiting(Shake.Client, Shake.Server with { Identities = [new ServerIdentity(Remote, [])] });
        pair.Pump();
        var request = (SignatureRequest)pair.ServerEngine.Pending!;

        Assert.Throws<ArgumentException>(() => request.Provide(default));
        Assert.Throws<ArgumentException>(() => request.Provide(new byte[65536]));
        Assert.False(request.IsAnswered);
    }

    [Fact]
    public void The_server_waits_for_a_session()
    {
        using Engine.Sessions.RotatingTicketProtector foreign = Sessions.SessionTests.Protector();
        using EnginePair first = Shake.Hands(server: Shake.Server with { Tickets = foreign });
        using EnginePair pair = Waiting(
            Shake.Client with { Sessions = [Sessions.SessionTests.Take(first)] }, Shake.Server with { AsksForSessions = true });
        pair.Pump();
        var request = Assert.IsType<SessionRequest>(pair.ServerEngine.Pending);

        Assert.Equal(TlsStatus.NeedSession, pair.Server.Status);
        Assert.False(request.Ticket.IsEmpty);
        request.NotFound();
        pair.Client.Answers = SuspensionAnswers.Default;
        Shake.Talk(pair.Shake());
        Sessions.SessionTests.AssertResumed(pair, false);
    }

    [Fact]
    public void Nothing_is_consumed_while_a_request_is_open()
    {
        using EnginePair pair = Waiting(Shake.Client, Shake.Server);
        pair.Pump();
        int waiting = pair.Client.Waiting;
        pair.Client.Take([1, 2, 3]);

        Assert.Equal(waiting + 3, pair.Client.Waiting);
        Assert.Null(pair.Client.Failure);
    }

    [Fact]
    public void Every_kind_of_request_is_answered_once()
    {
        using EnginePair choosing = ChoosingServer();
        choosing.Pump();
        AssertOnce<ServerOptionsRequest>(
            choosing.ServerEngine.Pending, r => r.Provide(Shake.Server), r => r.Refuse(AlertDescription.AccessDenied, "no"));

        using EnginePair verdict = Waiting(Shake.Client, Shake.Server);
        verdict.Pump();
        AssertOnce<PeerCertificatesRequest>(
            verdict.ClientEngine.Pending, r => r.Accept(), r => r.Refuse(AlertDescription.BadCertificate, "no"));

        using EnginePair identity = Waiting(
            Shake.Client with { AsksForIdentity = true }, Shake.Server with { ClientAuthentication = ClientAuthentication.Requested });
        identity.Client.Answers = SuspensionAnswers.Default with { Identity = null };
        identity.Pump();
        AssertOnce<IdentityRequest>(identity.ClientEngine.Pending, r => r.Decline(), r => r.Provide(Remote));

        using EnginePair signature = Waiting(Shake.Client, Shake.Server with { Identities = [new ServerIdentity(Remote, [])] });
        signature.Pump();
        AssertOnce<SignatureRequest>(signature.ServerEngine.Pending, Signing.Answer, r => r.Fail(new IOException()));

        using Engine.Sessions.RotatingTicketProtector foreign = Sessions.SessionTests.Protector();
        using EnginePair first = Shake.Hands(server: Shake.Server with { Tickets = foreign });
        using EnginePair session = Waiting(
            Shake.Client with { Sessions = [Sessions.SessionTests.Take(first)] }, Shake.Server with { AsksForSessions = true });
        session.Pump();
        AssertOnce<SessionRequest>(session.ServerEngine.Pending, r => r.NotFound(), r => r.Provide(new byte[1]));
    }

    private static void AssertOnce<T>(SuspendedRequest? pending, Action<T> first, Action<T> second)
        where T : SuspendedRequest
    {
        T request = Assert.IsType<T>(pending);
        first(request);
        Assert.True(request.IsAnswered);
        Assert.Throws<InvalidOperationException>(() => first(request));
        Assert.Throws<InvalidOperationException>(() => second(request));
    }

    [Fact]
    public void The_observer_of_the_options_that_were_chosen_sees_the_rest()
    {
        var events = new CollectedEvents();
        var log = new CollectedKeyLog();
        using EnginePair pair = ChoosingServer();
        pair.Server.Answers = new SuspensionAnswers
        {
            Options = request => request.Provide(Shake.Server with { Observer = events, DangerousKeyLog = log }),
        };
        pair.Shake();

        Assert.Contains(HandshakeType.ServerHello, events.Types(Diagnostics.TlsDirection.Sent));
        Assert.NotEmpty(log.Lines);
    }

    private static EnginePair ChoosingServer() => new(
        new EngineEnd(new ClientEngine(Shake.Client with { ApplicationProtocols = ["h2"] }), SuspensionAnswers.Default),
        new EngineEnd(ServerEngine.ChoosingOptionsByClientHello(new ServerHandshakeOptions()), SuspensionAnswers.Default));

    private static EnginePair Waiting(ClientHandshakeOptions client, ServerHandshakeOptions server) =>
        new(client, server, SuspensionAnswers.None, SuspensionAnswers.None);
}
