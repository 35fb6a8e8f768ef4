using System.Net.Sockets;
using Aksu.Cli.Connect;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Inspection.Probes;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>Asks a server one question after the other, each on a connection of its own, and never more than a fixed number.</summary>
internal sealed class HelloProber(HostAndPort target, string? serverName, TimeSpan timeout, Action<int, Phrase> progress)
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
        var offer = new HelloOffer
        {
            Version = version,
            CipherSuites = suites,
            Groups = groups,
            SignatureSchemes = schemes,
            ServerName = serverName,
        };

        // A server that is busy is not one that refuses: silence is asked about once more.
        return await AskAsync(offer, stop) ?? await AskAsync(offer, stop) ?? Nothing(offer);
    }

    /// <summary>A connection for a handshake that goes to its end.</summary>
    public Task<NetworkStream> OpenAsync(CancellationToken stop) =>
        TcpConnection.OpenAsync(target, timeout, static socket => new NetworkStream(socket, ownsSocket: true), stop);

    /// <summary>The answer; null when there was none in time.</summary>
    private async Task<HelloAnswer?> AskAsync(HelloOffer offer, CancellationToken stop)
    {
        Counts(Phrase.Same(offer.Version.ToString()));
        byte[] hello = offer.ToRecord();
        await using NetworkStream stream = await OpenAsync(stop);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(timeout);
        using var said = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        HelloAnswer answer = Nothing(offer);
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
        catch (IOException)
        {
            // A server that cuts the connection has refused as well.
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }

        return answer;
    }

    private static HelloAnswer Nothing(HelloOffer offer) => HelloAnswer.Read(offer, offer.ToRecord(), ReadOnlyMemory<byte>.Empty);

    /// <summary>Counts one more connection and tells of it.</summary>
    public void Counts(Phrase what)
    {
        if (++Count > MaxProbes)
        {
            throw new CommandFailure(ExitCode.TlsFailure, FailureText.At(target.ToString(), ScanTexts.Stopped.With(MaxProbes)));
        }

        progress(Count, what);
    }
}
