using System.Buffers;
using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Misuse by the caller is told to the caller and does not end the connection.</summary>
public sealed class MisuseTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    [Fact]
    public void Nothing_of_an_established_connection_works_before_the_handshake()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        foreach (TlsEngine engine in new TlsEngine[] { pair.ClientEngine, pair.ServerEngine })
        {
            Assert.Throws<InvalidOperationException>(() => engine.Encrypt("x"u8, _output));
            Assert.Throws<InvalidOperationException>(() => engine.Decrypt(new byte[10], out _, out _));
            Assert.Throws<InvalidOperationException>(() => engine.RequestKeyUpdate(true, _output));
        }

        Assert.Throws<InvalidOperationException>(() => pair.ServerEngine.RequestClientCertificate(_output));
        Assert.Throws<InvalidOperationException>(() => pair.ServerEngine.IssueTicket(_output));
        Assert.Equal(0, _output.WrittenCount);
        Shake.Talk(pair.Shake());
    }

    [Fact]
    public void A_missing_output_is_an_argument_error()
    {
        using EnginePair pair = Shake.Hands();
        TlsEngine engine = pair.ServerEngine;

        Assert.Throws<ArgumentNullException>(() => engine.Handshake([], null!, out _));
        Assert.Throws<ArgumentNullException>(() => engine.Encrypt([], null!));
        Assert.Throws<ArgumentNullException>(() => engine.Shutdown(null!));
        Assert.Throws<ArgumentNullException>(() => engine.FlushPending(null!));
        Assert.Throws<ArgumentNullException>(() => engine.RequestKeyUpdate(true, null!));
        Assert.Throws<ArgumentNullException>(() => pair.ServerEngine.RequestClientCertificate(null!));
        Assert.Throws<ArgumentNullException>(() => pair.ServerEngine.IssueTicket(null!));
        Shake.Talk(pair);
    }

    [Fact]
    public void Handshake_of_a_complete_handshake_says_complete_and_consumes_nothing()
    {
        using EnginePair pair = Shake.Hands();

        Assert.Equal(TlsStatus.Complete, pair.ClientEngine.Handshake(new byte[10], _output, out int consumed));
        Assert.Equal(0, consumed);
        Shake.Talk(pair);
    }

    [Fact]
    public void A_handshake_does_not_go_on_after_goodbye()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        pair.Client.Shutdown();

        Assert.Throws<InvalidOperationException>(() => pair.ClientEngine.Handshake([], _output, out _));
        Assert.Equal(0, _output.WrittenCount);
    }

    [Fact]
    public void Nothing_to_send_sends_nothing()
    {
        using EnginePair pair = Shake.Hands();
        pair.ClientEngine.Encrypt([], _output);

        Assert.Equal(0, _output.WrittenCount);
        Shake.Talk(pair);
    }

    [Fact]
    public void A_failure_is_final()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server with { CipherSuites = [CipherSuite.Aes128Ccm8Sha256] });
        pair.Pump();

        TlsException first = pair.Server.Failure!;
        TlsException again = Assert.Throws<TlsException>(() => pair.ServerEngine.Handshake([], _output, out _));
        Assert.Equal((first.Reason, first.Alert, first.Kind, first.Message), (again.Reason, again.Alert, again.Kind, again.Message));
        Assert.Equal(TlsSide.Server, again.Side);
        Assert.Throws<TlsException>(() => pair.ServerEngine.Encrypt([], _output));
        Assert.Throws<TlsException>(() => pair.ServerEngine.Decrypt([], out _, out _));
        Assert.Throws<TlsException>(pair.ServerEngine.EndOfInput);
        Assert.Equal(0, _output.WrittenCount);
    }

    [Fact]
    public void A_disposed_engine_says_so()
    {
        EnginePair pair = Shake.Hands();
        pair.Dispose();

        Assert.Throws<ObjectDisposedException>(() => pair.ClientEngine.Encrypt([], _output));
        Assert.Throws<ObjectDisposedException>(() => pair.ClientEngine.Decrypt([], out _, out _));
        Assert.Throws<ObjectDisposedException>(() => pair.ClientEngine.Handshake([], _output, out _));
        Assert.Throws<ObjectDisposedException>(() => pair.ClientEngine.Shutdown(_output));
        Assert.Throws<ObjectDisposedException>(() => pair.ClientEngine.ExportKeyingMaterial("x", [], new byte[1]));
        pair.Dispose();
    }

    [Fact]
    public void An_engine_can_be_disposed_at_any_moment()
    {
        var flights = new List<Flight>();
        using (EnginePair whole = Shake.Hands())
        {
            flights.AddRange(whole.Flights);
        }

        for (int flight = 0; flight <= flights.Count; flight++)
        {
            using var pair = new EnginePair(Shake.Client, Shake.Server);
            pair.Client.Run();
            for (int i = 0; i < flight; i++)
            {
                pair.Carry(flights[i].From);
            }
        }
    }

    [Fact]
    public void An_abort_is_told_to_the_peer()
    {
        foreach ((Exception cause, TlsReason reason, AlertDescription alert) in new (Exception, TlsReason, AlertDescription)[]
        {
            (new TimeoutException(), TlsReason.HandshakeTimeout, AlertDescription.UserCanceled),
            (new OperationCanceledException(), TlsReason.Canceled, AlertDescription.UserCanceled),
            (new InvalidDataException(), TlsReason.CallbackFailed, AlertDescription.InternalError),
        })
        {
            using EnginePair pair = Shake.Hands();
            TlsException failure = pair.ClientEngine.Abort(cause);

            Assert.Equal((reason, alert, TlsSide.Client), (failure.Reason, failure.Alert, failure.Side));
            pair.ClientEngine.FlushPending(_output);
            pair.Server.Take(_output.WrittenSpan);
            _output.Clear();
            if (alert == AlertDescription.UserCanceled)
            {
                Assert.Null(pair.Server.Failure);
            }
            else
            {
                Assert.Equal((TlsReason.AlertReceived, alert), (pair.Server.Failure!.Reason, pair.Server.Failure.Alert));
            }
        }
    }

    [Fact]
    public void A_key_that_does_not_belong_to_its_certificate_is_refused()
    {
        using SigningKey key = TestKeys.Signing(KeyKind.EcP256, 0, null);
        using SigningKey other = TestKeys.Signing(KeyKind.EcP256, 1, null);

        Assert.Throws<ArgumentException>(() => new CertifiedKey([TestCertificate.For(other)], key));
        Assert.Throws<ArgumentException>(() => new CertifiedKey([], key));
        Assert.Throws<ArgumentException>(() => new CertifiedKey([new byte[] { 0x30, 0 }], key));
    }

    [Fact]
    public void Options_that_cannot_be_are_refused_when_they_are_set()
    {
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { Versions = [] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { CipherSuites = [] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { Groups = [] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { SignatureSchemes = [] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { ApplicationProtocols = [""] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { ApplicationProtocols = [new string('x', 256)] });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { ApplicationProtocols = ["\u20ac"] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { RecordSizeLimit = 63 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { RecordSizeLimit = 16386 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { MaxRecordContent = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { MaxRecordContent = 16385 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { RecordPadding = 4097 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { RecordsPerKey = 15 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { MaxPeerCertificates = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientHandshakeOptions { MaxOfferedSessions = 9 });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { ServerName = "\u00fc.example" });
        Assert.Throws<ArgumentException>(() => new ClientHandshakeOptions { AuthenticationContext = new byte[65] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServerHandshakeOptions { TicketCount = 17 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServerHandshakeOptions { TicketLifetime = TimeSpan.FromDays(8) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServerHandshakeOptions { TicketLifetime = TimeSpan.Zero });
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused_when_the_engine_is_made()
    {
        Assert.Throws<ArgumentException>(() =>
            new ClientEngine(new ClientHandshakeOptions { Groups = [NamedGroup.X25519], KeyShareGroups = [NamedGroup.X448] }));
        Assert.Throws<ArgumentException>(() => new ClientEngine(new ClientHandshakeOptions { Versions = [ProtocolVersion.Ssl3] }));
        Assert.Throws<ArgumentException>(() => new ClientEngine(new ClientHandshakeOptions { Groups = [new NamedGroup(0x7a7a)] }));
        Assert.Throws<ArgumentException>(() => new ServerEngine(new ServerHandshakeOptions { Groups = [new NamedGroup(0x7a7a)] }));
        Assert.Throws<ArgumentException>(() => new ClientEngine(
            new ClientHandshakeOptions { Versions = [ProtocolVersion.Tls13], CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256] }));
        Assert.Throws<ArgumentNullException>(() => new ClientEngine(null!));
        Assert.Throws<ArgumentNullException>(() => new ServerEngine(null!));
    }
}
