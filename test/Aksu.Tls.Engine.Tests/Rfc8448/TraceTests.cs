using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Rfc8448;

/// <summary>
/// The traces of RFC 8448 through the real engine, as client and as server: the same messages, secrets and records come out. The server of
/// the traces puts its protected messages into one record; its tag shows that every byte of it is the trace's.
/// </summary>
public sealed class TraceTests
{
    private const byte Handshake = 22;
    private static readonly CipherSuite Suite = CipherSuite.Aes128GcmSha256;

    [Fact]
    public void Section_3_as_client()
    {
        using var run = TraceRun.Client(Traces.Simple);
        ShakeAsClient(run);

        using (var server = new TrafficReader(Suite, Secret(run, "SERVER_TRAFFIC_SECRET_0")))
        {
            byte[] ticket = server.Seal(ContentType.Handshake, TraceSession.NewSessionTicket);
            Assert.Equal(TraceSession.NewSessionTicketTag, ticket[^16..]);
            run.End.Take(ticket);
        }

        Assert.True(((ClientEngine)run.End.Engine).TryTakeSession(out TlsSession? session));
        Assert.Equal(TraceSession.PreSharedKey, session.SecretBytes.ToArray());
        Assert.Equal(TraceSession.Ticket, session.Ticket.ToArray());
        Assert.Equal((TraceSession.AgeAdd, TimeSpan.FromSeconds(30)), (session.AgeAdd, session.Lifetime));
        run.End.Send(TraceSession.Data);
        Assert.Equal(TraceSession.ClientData, run.End.TakeOutput());
        run.End.Take(TraceSession.ServerData);
        Assert.Equal(TraceSession.Data, run.End.ReceivedData);
        Close(run, run.Trace.ClientClose, run.Trace.ServerClose);
    }

    [Fact]
    public void Section_3_as_server()
    {
        using var run = TraceRun.Server(Traces.Simple, new TraceTickets());
        ShakeAsServer(run);

        byte[] ticket = run.End.TakeOutput();
        Assert.Equal(TraceSession.NewSessionTicketTag, ticket[^16..]);
        run.End.Take(TraceSession.ClientData);
        Assert.Equal(TraceSession.Data, run.End.ReceivedData);
        run.End.Send(TraceSession.Data);
        Assert.Equal(TraceSession.ServerData, run.End.TakeOutput());
        Close(run, run.Trace.ServerClose, run.Trace.ClientClose);
    }

    [Fact]
    public void Section_4_as_client()
    {
        using var run = TraceRun.Client(Traces.Resumed, Session());
        run.End.Run();
        Assert.Equal(Trace.Record(0x0301, run.Trace.ClientHello), run.End.TakeOutput());
        run.End.Take(Trace.Record(0x0303, run.Trace.ServerHello));
        Assert.Null(run.End.Failure);
        run.AssertSecrets();

        // The trace's server goes on to accept early data, which this client did not offer: the record opens, and is refused for what it
        // says.
        run.End.Take(ServerRecord(run));
        Shake.AssertFailed(run.End, TlsReason.UnsolicitedExtension, AlertDescription.UnsupportedExtension);
    }

    [Fact]
    public void Section_4_as_server()
    {
        using var run = TraceRun.Server(Traces.Resumed, session: StoredSession());
        run.End.Take(Trace.Record(0x0301, run.Trace.ClientHello));
        Assert.Null(run.End.Failure);
        Assert.Equal(run.Trace.ServerHello, run.Sent(HandshakeType.ServerHello));
        run.AssertSecrets();
        Assert.DoesNotContain(HandshakeType.Certificate, run.Events.Types(Diagnostics.TlsDirection.Sent));

        // Early data is not taken, but it is no error either.
        run.End.Take(TraceSession.EarlyData);
        Assert.Null(run.End.Failure);
        Assert.Equal(TlsStatus.NeedInput, run.End.Status);
    }

    [Fact]
    public void Section_5_as_client()
    {
        using var run = TraceRun.Client(Traces.HelloRetry);
        ShakeAsClient(run);
        Close(run, run.Trace.ClientClose, run.Trace.ServerClose);
    }

    [Fact]
    public void Section_6_as_client()
    {
        using var run = TraceRun.Client(Traces.ClientAuthentication, certificate: ClientCertificate());
        ShakeAsClient(run);
        Close(run, run.Trace.ClientClose, run.Trace.ServerClose);
    }

    [Fact]
    public void Section_6_as_server()
    {
        using var run = TraceRun.Server(Traces.ClientAuthentication);
        ShakeAsServer(run);
        Close(run, run.Trace.ServerClose, run.Trace.ClientClose);
    }

    [Fact]
    public void Section_7_as_client()
    {
        using var run = TraceRun.Client(Traces.Compatibility);
        ShakeAsClient(run);
        Close(run, run.Trace.ClientClose, run.Trace.ServerClose);
    }

    [Fact]
    public void Section_7_as_server()
    {
        using var run = TraceRun.Server(Traces.Compatibility);
        ShakeAsServer(run);
        Close(run, run.Trace.ServerClose, run.Trace.ClientClose);
    }

    private static void ShakeAsClient(TraceRun run)
    {
        Trace trace = run.Trace;
        run.End.Run();
        Assert.Equal(Trace.Record(0x0301, trace.ClientHello), run.End.TakeOutput());
        if (trace.Retry is { } retry)
        {
            run.End.Take(Trace.Record(0x0303, retry.Request));
            Assert.Null(run.End.Failure);
            Assert.Equal(Trace.Record(0x0303, retry.SecondHello), run.End.TakeOutput());
        }

        run.End.Take(Trace.Record(0x0303, trace.ServerHello));
        if (trace.SessionId.Length > 0)
        {
            run.End.Take(NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]));
        }

        Assert.Null(run.End.Failure);
        run.End.Take(ServerRecord(run));
        Assert.Null(run.End.Failure);
        Assert.True(run.End.Engine.IsEstablished);
        run.AssertSecrets();
        AssertClientFlight(run, run.End.TakeOutput());
    }

    private static void ShakeAsServer(TraceRun run)
    {
        Trace trace = run.Trace;
        run.End.Take(Trace.Record(0x0301, trace.ClientHello));
        Assert.Null(run.End.Failure);
        Assert.Equal(trace.ServerHello, run.Sent(HandshakeType.ServerHello));
        Assert.Equal(trace.Certificate, run.Sent(HandshakeType.Certificate));
        Assert.Equal(trace.CertificateVerify, run.Sent(HandshakeType.CertificateVerify));
        Assert.Equal(trace.ServerFinished, run.Sent(HandshakeType.Finished));
        run.AssertSecrets();

        IReadOnlyList<WireRecord> records = WireRecord.Split(run.End.TakeOutput());
        Assert.Equal(Trace.Record(0x0303, trace.ServerHello), records[0].Encode());
        Assert.Equal(trace.SessionId.Length > 0, records[1].Type == NullRecord.ChangeCipherSpec);
        Assert.Equal(trace.ServerFlight, Opened(records, Secret(run, "SERVER_HANDSHAKE_TRAFFIC_SECRET")));
        Assert.Equal(trace.ServerRecordTag, ServerRecord(run)[^16..]);

        run.End.Take(trace.ClientFlight);
        Assert.Null(run.End.Failure);
        Assert.True(run.End.Engine.IsEstablished);
    }

    /// <summary>The trace's record of the server's protected messages.</summary>
    private static byte[] ServerRecord(TraceRun run)
    {
        using var server = new TrafficReader(Suite, Secret(run, "SERVER_HANDSHAKE_TRAFFIC_SECRET"));
        byte[] record = server.Seal(ContentType.Handshake, run.Trace.ServerFlight);
        Assert.Equal(run.Trace.ServerRecordTag, record[^16..]);
        return record;
    }

    /// <summary>The client of the trace puts several messages into one record; this one does not.</summary>
    private static void AssertClientFlight(TraceRun run, byte[] output)
    {
        if (run.Trace.CertificateRequest is null)
        {
            Assert.Equal(run.Trace.ClientFlight, output);
            return;
        }

        byte[] secret = Secret(run, "CLIENT_HANDSHAKE_TRAFFIC_SECRET");
        using var client = new TrafficReader(Suite, secret);
        Assert.Equal(run.Trace.ClientFlight, client.Seal(ContentType.Handshake, Opened(WireRecord.Split(output), secret)));
    }

    private static void Close(TraceRun run, byte[] own, byte[] peer)
    {
        run.End.Shutdown();
        Assert.Equal(own, run.End.TakeOutput());
        run.End.Take(peer);
        Assert.True(run.End.IsClosed);
    }

    /// <summary>The certificate that the client of §6 sends stands in its protected flight only: the server's side has it.</summary>
    private static byte[] ClientCertificate()
    {
        using var run = TraceRun.Server(Traces.ClientAuthentication);
        ShakeAsServer(run);
        return run.End.Engine.Parameters!.PeerCertificates[0].ToArray();
    }

    private static byte[] Opened(IReadOnlyList<WireRecord> records, byte[] secret)
    {
        using var reader = new TrafficReader(Suite, secret);
        return
        [
            .. records.Where(record => record.Type == NullRecord.ApplicationData).SelectMany(record =>
            {
                (ContentType type, byte[] content) = reader.Open(record);
                Assert.Equal(Handshake, type.Value);
                return content;
            }),
        ];
    }

    private static byte[] Secret(TraceRun run, string label) => Convert.FromHexString(run.Keys.Secret(label));

    private static TlsSession Session() => new(Cryptography.Secret.CopyOf(TraceSession.PreSharedKey))
    {
        Version = ProtocolVersion.Tls13,
        CipherSuite = Suite,
        ServerName = "server",
        ApplicationProtocol = null,
        ReceivedAt = DateTimeOffset.UtcNow,
        AuthenticatedAt = DateTimeOffset.UtcNow,
        Lifetime = TimeSpan.FromSeconds(30),
        PeerCertificates = [TraceCertificates.Rsa],
        AuthenticationContext = default,
        Ticket = TraceSession.Ticket,
        AgeAdd = TraceSession.AgeAdd,
    };

    private static byte[] StoredSession()
    {
        using var writer = new WireWriter();
        new ServerSession(Cryptography.Secret.CopyOf(TraceSession.PreSharedKey))
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = Suite,
            IssuedAt = DateTimeOffset.UtcNow.AddSeconds(-1),
            AuthenticatedAt = DateTimeOffset.UtcNow.AddSeconds(-1),
            AcceptedUntil = DateTimeOffset.MaxValue,
            AgeAdd = TraceSession.AgeAdd,
            ServerName = "server",
            ApplicationProtocol = null,
            AuthenticationContext = default,
            PeerCertificates = [],
        }.EncodeAndDispose(writer);
        return writer.WrittenSpan.ToArray();
    }

    private sealed class TraceTickets : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => TraceSession.Ticket;

        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => null;
    }
}
