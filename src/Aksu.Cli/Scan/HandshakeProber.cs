using System.Net.Sockets;
using Aksu.Cli.Settings;
using Aksu.Inspection.Texts;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>Shakes hands to the end where a hello alone does not tell: certificates, stapling, resumption, protocols.</summary>
internal sealed class HandshakeProber(HostAndPort target, HelloProber prober, TrustStore? trust, string? serverName, TimeSpan timeout)
{
    private static readonly string[] Asked = ["h2", "http/1.1"];
    private static readonly TimeSpan TimeForTickets = TimeSpan.FromSeconds(1);

    public async Task<HandshakeFindings> RunAsync(IReadOnlyList<ScannedVersion> versions, CancellationToken stop)
    {
        TlsClientOptions options = OptionsFor(versions);
        bool staples = false;
        Verdict? verdict = null;
        TlsClientOptions first = options with
        {
            RequestOcspResponse = true,
            ResumeSessions = true,
            VerifyPeer = (verification, _) =>
            {
                staples = !verification.OcspResponse.IsEmpty;
                verdict = verification.Verdict;
                return ValueTask.FromResult(Look(verification));
            },
        };
        // One client for both: it keeps the sessions of the first for the second, where the certificates are accepted.
        var client = new TlsClient(first);
        TlsConnectionInfo? info = await ShakeAsync(client, ScanTexts.Certificates, readTickets: true, stop);
        if (info is null)
        {
            return new HandshakeFindings();
        }

        bool? resumes = verdict is { IsAccepted: true }
            ? (await ShakeAsync(client, ScanTexts.Resumption, readTickets: false, stop))?.IsResumed
            : null;
        return new HandshakeFindings
        {
            Certificates = info.PeerCertificates,
            Verdict = verdict,
            Staples = staples,
            Resumes = resumes,
            Protocols = await ProtocolsAsync(options, stop),
            Schemes13 = versions[0].IsTaken ? await SchemesAsync(options, stop) : [],
        };
    }

    /// <summary>A scan looks at every server, and sends none of them anything.</summary>
    private static PeerDecision Look(PeerVerification verification) => verification.Verdict.IsAccepted
        ? PeerDecision.FollowVerdict
        : PeerDecision.DangerousAccept("a scan looks at every server");

    private TlsClientOptions OptionsFor(IReadOnlyList<ScannedVersion> versions)
    {
        ProtocolVersion[] taken =
        [
            .. versions.Where(static version => version.IsTaken && version.Version != ProtocolVersion.Ssl3)
                .Select(static version => version.Version),
        ];
        return new TlsClientOptions
        {
            Versions = taken.Length > 0 ? taken : [ProtocolVersion.Tls13, ProtocolVersion.Tls12],
            DangerousLegacyVersions = taken.Any(static version => version.Value < ProtocolVersion.Tls12.Value),
            DangerousWithoutExtendedMainSecret = true,
            DangerousRsaKeyTransport = true,
            Trust = trust,
            ServerName = serverName,
            HandshakeTimeout = timeout,
            ResumeSessions = false,
            VerifyPeer = static (verification, _) => ValueTask.FromResult(Look(verification)),
        };
    }

    private async Task<List<string>> ProtocolsAsync(TlsClientOptions options, CancellationToken stop)
    {
        var taken = new List<string>();
        foreach (string protocol in Asked)
        {
            var client = new TlsClient(options with { ApplicationProtocols = [protocol] });
            TlsConnectionInfo? info = await ShakeAsync(client, Phrase.Same($"ALPN {protocol}"), false, stop);
            if (info?.ApplicationProtocol == protocol)
            {
                taken.Add(protocol);
            }
        }

        return taken;
    }

    private async Task<List<SignatureScheme>> SchemesAsync(TlsClientOptions options, CancellationToken stop)
    {
        var taken = new List<SignatureScheme>();
        IReadOnlyList<SignatureScheme> all = options.SignatureSchemes;
        foreach (SignatureScheme scheme in all)
        {
            TlsClientOptions one = options with
            {
                Versions = [ProtocolVersion.Tls13],
                DangerousLegacyVersions = false,
                SignatureSchemes = [scheme],
                CertificateSignatureSchemes = all,
            };
            TlsConnectionInfo? info = await ShakeAsync(new TlsClient(one), Phrase.Same(scheme.ToString()), false, stop);
            if (info?.SignatureScheme == scheme)
            {
                taken.Add(scheme);
            }
        }

        return taken;
    }

    /// <summary>What was negotiated; null when the server would not.</summary>
    private async Task<TlsConnectionInfo?> ShakeAsync(TlsClient client, Phrase what, bool readTickets, CancellationToken stop)
    {
        prober.Counts(what);
        NetworkStream transport = await prober.OpenAsync(stop);
        try
        {
            await using TlsStream connection = await client.AuthenticateAsync(transport, target.Host, target.Port, stop);
            if (readTickets)
            {
                await ReadTicketsAsync(connection, stop);
            }

            return connection.Info;
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            // A server that will not, or an offer that this side cannot make, is an answer too.
            await transport.DisposeAsync();
            return null;
        }
    }

    /// <summary>Tickets of TLS 1.3 come after the handshake; a server that waits for a request is not waited for.</summary>
    private static async Task ReadTicketsAsync(TlsStream connection, CancellationToken stop)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        enough.CancelAfter(TimeForTickets);
        try
        {
            await connection.ShutdownAsync(enough.Token);
            while (await connection.ReadAsync(new byte[4096], enough.Token) > 0)
            {
                // Nobody asked for what it says.
            }
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // However it ends, the tickets that came are there.
        }
    }
}
