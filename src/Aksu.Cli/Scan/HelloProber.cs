using System.Net.Sockets;
using Aksu.Cli.Connect;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Inspection.Probes;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>Asks a server one question after the other, each on a connection of its own, and never more than a fixed number.</summary>
internal sealed class HelloProber(HostAndPort target, string? serverName, TimeSpan timeout, Action<int, string> progress)
{
    /// <summary>The most connections of one scan.</summary>
    public const int MaxProbes = 1_000;

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>Sends an offer and reads the answer.</summary>
    /// <exception cref="CommandFailure">The server cannot be reached, or the scan has no end.</exception>
    public async Task<HelloAnswer> AskAsync(
        ProtocolVersion version,
        IReadOnlyList<CipherSuite> suites,
        IReadOnlyList<NamedGroup> groups,
        IReadOnlyList<SignatureScheme> schemes,
        CancellationToken stop)
    {
        Counts(version.ToString());
        var offer = new HelloOffer
        {
            Version = version,
            CipherSuites = suites,
            Groups = groups,
            SignatureSchemes = schemes,
            ServerName = serverName,
        };
        byte[] hello = offer.ToRecord();
        await using NetworkStream stream = await OpenAsync(stop);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(timeout);
        using var said = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        HelloAnswer answer = HelloAnswer.Read(offer, hello, ReadOnlyMemory<byte>.Empty);
        try
        {
            await stream.WriteAsync(hello, late.Token);
            int count;
            while (!answer.IsComplete && said.Length < HelloAnswer.MaxLength && (count = await stream.ReadAsync(buffer, late.Token)) > 0)
            {
                said.Write(buffer, 0, count);
                answer = HelloAnswer.Read(offer, hello, said.ToArray());
            }
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // A server that cuts the connection, or says nothing, has refused as well.
        }

        return answer;
    }

    /// <summary>A connection for a handshake that goes to its end.</summary>
    public Task<NetworkStream> OpenAsync(CancellationToken stop) =>
        TcpConnection.OpenAsync(target, timeout, static socket => new NetworkStream(socket, ownsSocket: true), stop);

    /// <summary>Counts one more connection and tells of it.</summary>
    public void Counts(string what)
    {
        if (++Count > MaxProbes)
        {
            throw new CommandFailure(ExitCode.TlsFailure, $"{target}: the scan was stopped after {MaxProbes} connections.");
        }

        progress(Count, what);
    }
}
