using Aksu.Cryptography;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Allocation;

/// <summary>
/// What a handshake allocates, both sides together, stays where it is: a guard against growth that nobody notices. The bounds leave room
/// for code that is not optimized yet.
/// </summary>
public sealed class HandshakeAllocationTests : IDisposable
{
    private readonly RotatingTicketProtector _tickets =
        new(CryptographyProvider.Default, rotation: TimeSpan.FromHours(1), lifetime: TimeSpan.FromHours(12));

    public void Dispose() => _tickets.Dispose();

    [Fact]
    public void A_full_handshake_of_TLS_13_stays_within_its_bound() => AssertWithin(18_500, ProtocolVersion.Tls13, isResumed: false);

    [Fact]
    public void A_resumed_handshake_of_TLS_13_stays_within_its_bound() => AssertWithin(19_500, ProtocolVersion.Tls13, isResumed: true);

    [Fact]
    public void A_full_handshake_of_TLS_12_stays_within_its_bound() => AssertWithin(18_000, ProtocolVersion.Tls12, isResumed: false);

    [Fact]
    public void A_resumed_handshake_of_TLS_12_stays_within_its_bound() => AssertWithin(12_800, ProtocolVersion.Tls12, isResumed: true);

    private void AssertWithin(long bound, ProtocolVersion version, bool isResumed)
    {
        // The bounds are those of the primitives of libcrypto; others allocate more.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The bounds are measured on Linux.");
        ClientHandshakeOptions client = Shake.Client with { Versions = [version] };
        ServerHandshakeOptions server = Shake.Server with { Versions = [version], Tickets = _tickets };
        var wires = (ToServer: new FixedOutput(64 * 1024), ToClient: new FixedOutput(64 * 1024));
        long least = long.MaxValue;
        TlsSession? session = null;
        for (int i = 0; i < 50; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TlsSession? next = Connect(
                session is null ? client : client with { Sessions = [session] }, server, wires.ToServer, wires.ToClient);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            least = session is null == isResumed ? least : Math.Min(least, allocated);
            session = isResumed ? next ?? session : null;
        }

        Assert.InRange(least, 1, bound);
    }

    /// <summary>Shakes hands, lets the client read what is left, and returns the session that it got.</summary>
    private static TlsSession? Connect(
        ClientHandshakeOptions clientOptions, ServerHandshakeOptions serverOptions, FixedOutput toServer, FixedOutput toClient)
    {
        using var client = new ClientEngine(clientOptions);
        using var server = new ServerEngine(serverOptions);
        for (int turn = 0; turn < 10 && !(client.IsEstablished && server.IsEstablished); turn++)
        {
            Step(client, toClient, toServer);
            Step(server, toServer, toClient);
        }

        Assert.True(client.IsEstablished && server.IsEstablished);
        for (int at = 0; at < toClient.Written.Length;)
        {
            client.Decrypt(toClient.Written[at..], out int consumed, out _);
            at += consumed > 0 ? consumed : throw new InvalidOperationException("The client does not get on.");
        }

        toClient.Clear();
        return client.TryTakeSession(out TlsSession? session) ? session : null;
    }

    private static void Step(TlsEngine engine, FixedOutput input, FixedOutput output)
    {
        int at = 0;
        while (true)
        {
            TlsStatus status = engine.Handshake(input.Written[at..], output, out int consumed);
            at += consumed;
            if (status != TlsStatus.NeedPeerVerdict)
            {
                break;
            }

            ((PeerCertificatesRequest)engine.Pending!).Accept();
        }

        // What comes behind the handshake is left for the one who reads.
        input.Keep(at);
    }
}
