using System.Globalization;
using Aksu.Inspection;
using Aksu.Inspection.Fields;
using Aksu.Inspection.KeyLogs;
using Aksu.Interop.Tests.Peers;

namespace Aksu.Interop.Tests;

/// <summary>OpenSSL talks to itself, tcpdump listens, and what aksu sees in the hellos is what tshark sees, field by field.</summary>
public sealed class TsharkTests(CertificateFiles certificates) : IClassFixture<CertificateFiles>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aksu-tshark").FullName;

    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["tls.handshake.type"] = ["msg_type"],
        ["tls.handshake.version"] = ["legacy_version"],
        ["tls.handshake.random"] = ["random"],
        ["tls.handshake.ciphersuite"] = ["CipherSuite", "cipher_suite"],
        ["tls.handshake.comp_method"] = ["CompressionMethod", "legacy_compression_method"],
        ["tls.handshake.extension.type"] = ["extension_type"],
        ["tls.handshake.extensions_server_name_type"] = ["name_type"],
        ["tls.handshake.extensions_supported_group"] = ["NamedGroup"],
        ["tls.handshake.extensions_ec_point_format"] = ["ECPointFormat"],
        ["tls.handshake.sig_hash_alg"] = ["SignatureScheme"],
        ["tls.handshake.extensions.supported_version"] = ["ProtocolVersion", "supported_versions"],
        ["tls.handshake.extensions_key_share_group"] = ["group"],
        ["tls.extension.psk_ke_mode"] = ["PskKeyExchangeMode"],
    };

    [Theory]
    [InlineData("-tls1_3", "-alpn", "h2,http/1.1")]
    [InlineData("-tls1_3", "-groups", "X25519:P-256")]
    [InlineData("-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256")]
    [InlineData("-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA")]
    [InlineData("-status", "-servername", "another.example")]
    public async Task Sees_the_same_fields_in_the_hellos(params string[] client)
    {
        (string capture, string keyFile, int port) = await CaptureAsync(client);
        TracedConnection connection = Decode(capture, keyFile);
        Assert.True(connection.Agreed.IsComplete);
        Assert.DoesNotContain(
            connection.Steps.SelectMany(static step => step.Findings), static finding => finding.Outcome == FindingOutcome.Bad);
        foreach ((int type, string name) in ((int, string)[])[(1, "ClientHello"), (2, "ServerHello")])
        {
            TracedStep step = connection.Steps.First(step => step.Name == name);
            Compare(step, await TsharkDissection.OfAsync(capture, port, type));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Compare(TracedStep step, TsharkDissection tshark)
    {
        Field[] own = [.. All(step.Content)];
        Assert.True(tshark.Fields.Count > 10);
        foreach (TsharkField field in tshark.Fields.Where(static field => field.Value.Length > 0))
        {
            Field[] same = [.. own.Where(candidate => candidate.Offset == field.Offset && candidate.Length == field.Length)];
            Assert.True(same.Length > 0, $"{step.Name}: aksu has nothing for {field}");
            Assert.Equal(field.Value, Convert.ToHexStringLower(step.Bytes.Span.Slice(field.Offset, field.Length)));
            if (Names.TryGetValue(field.Name, out string[]? names))
            {
                Assert.Contains(same, candidate => names.Contains(candidate.Name));
            }
        }

        foreach (Field leaf in own.Where(static field => field.Children.Count == 0 && field.Length > 0))
        {
            Assert.True(
                tshark.Fields.Any(field => field.Offset <= leaf.Offset && field.Offset + field.Length >= leaf.Offset + leaf.Length),
                $"{step.Name}: tshark has nothing for {leaf.Name} at {leaf.Offset}");
        }
    }

    private static IEnumerable<Field> All(Field field) => field.Children.SelectMany(All).Prepend(field);

    private static TracedConnection Decode(string capture, string keyFile)
    {
        using KeyLogBook keys = KeyLogBook.Parse(File.ReadAllText(keyFile));
        return Inspector.Read(File.ReadAllBytes(capture), capture, new TraceOptions { Keys = keys }).Connections.Single();
    }

    private async Task<(string Capture, string Keys, int Port)> CaptureAsync(string[] client)
    {
        PeerProgram.Require("tshark");
        await using OpenSslServer server = await OpenSslServer.StartAsync(certificates.Server(), "-rev", "-alpn", "h2");
        string capture = Path.Combine(_folder, "capture.pcap");
        string keys = Path.Combine(_folder, "keys.log");
        string filter = string.Create(CultureInfo.InvariantCulture, $"tcp port {server.Port}");
        await using (
            PeerProcess tcpdump = PeerProcess.Start("tcpdump", "-i", "lo", "-U", "--immediate-mode", "-Z", "root", "-w", capture, filter))
        {
            await tcpdump.WaitForAsync("listening on lo");
            await TalkAsync(server.Port, keys, client);
            await WaitForEndAsync(capture, keys);
        }

        return (capture, keys, server.Port);
    }

    private static async Task TalkAsync(int port, string keys, string[] client)
    {
        await using PeerProcess talker = PeerProcess.Start(
            "openssl", ["s_client", "-connect", $"127.0.0.1:{port}", "-keylogfile", keys, .. client]);
        await talker.Input.WriteLineAsync("hello");
        await talker.WaitForAsync("olleh");
        talker.Input.Close();
        await talker.WaitForExitAsync();
    }

    /// <summary>tcpdump writes behind the traffic: its file is read again until the reversed line is in it.</summary>
    private static async Task WaitForEndAsync(string capture, string keys)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!HasAnswer(capture, keys))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static bool HasAnswer(string capture, string keys)
    {
        try
        {
            return Decode(capture, keys).Steps.Any(
                static step => step.Kind == StepKind.ApplicationData && step.Content.Value.Contains("olleh", StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
