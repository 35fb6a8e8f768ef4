using System.Diagnostics;
using System.Globalization;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

/// <summary>OpenSSL's own libssl, driven by bench/native/libssl_bench.c in a process of its own, which takes orders line by line.</summary>
internal sealed class Libssl : Contestant
{
    public const string Title = "libssl";

    private readonly string _directory = Directory.CreateTempSubdirectory("aksu-bench-").FullName;
    private readonly Process _process;
    private readonly SameProcessor _sameProcessor;

    /// <param name="harness">The built harness.</param>
    public Libssl(string harness)
    {
        foreach (CertificateKind kind in Enum.GetValues<CertificateKind>())
        {
            WriteFiles(kind);
        }

        var start = new ProcessStartInfo(harness, [_directory]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        _sameProcessor = new SameProcessor(_process);
    }

    public override string Name => Title;

    public override Work Handshakes(HandshakeScenario scenario)
    {
        int version = Number(scenario.Version);
        int isResumed = scenario.IsByIdentifier ? 2 : scenario.IsResumed ? 1 : 0;
        int hasClientCertificate = scenario.HasClientCertificate ? 1 : 0;
        return new Ordered(this, string.Create(
            CultureInfo.InvariantCulture,
            $"handshake {version} {scenario.Certificates} {isResumed} {hasClientCertificate} {NameOf(scenario.Suite)}"));
    }

    /// <summary>libssl's name of a suite, and a dash for none.</summary>
    private static string NameOf(CipherSuite? suite) => suite switch
    {
        null => "-",
        { } one when one == CipherSuite.EcdheEcdsaAes256GcmSha384 => "ECDHE-ECDSA-AES256-GCM-SHA384",
        { } one when one == CipherSuite.EcdheRsaAes256GcmSha384 => "ECDHE-RSA-AES256-GCM-SHA384",
        { } one => one.ToString(), // those of TLS 1.3 have the standard's
    };

    public override Work Records(RecordScenario scenario) => new Ordered(this, string.Create(
        CultureInfo.InvariantCulture, $"records {Number(scenario.Version)} {scenario.Size}"));

    public override bool HasIdle => false;

    public override object OpenIdle() => throw new NotSupportedException();

    public override void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000))
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static int Number(ProtocolVersion version) => version == ProtocolVersion.Tls13 ? 13 : 12;

    private void WriteFiles(CertificateKind kind)
    {
        CertificateSet set = CertificateSet.Of(kind);
        Write($"{kind}-root.pem", set.Root.ExportCertificatePem());
        Write($"{kind}-server.pem", set.ChainPem(set.Server));
        Write($"{kind}-server.key", CertificateSet.KeyPem(set.Server));
        Write($"{kind}-client.pem", set.ChainPem(set.Client));
        Write($"{kind}-client.key", CertificateSet.KeyPem(set.Client));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_directory, name), text);

    /// <summary>Has an order carried out; the answer is the CPU time in nanoseconds and the bytes allocated.</summary>
    private Sample Order(string order, int count)
    {
        _sameProcessor.Follow();
        _process.StandardInput.WriteLine(order + " " + count.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The libssl harness has ended.");
        return answer.Split(' ') is [var time, var bytes] && long.TryParse(time, out long nanoseconds)
            && long.TryParse(bytes, out long allocated)
                ? new Sample(count, TimeSpan.FromTicks(nanoseconds / 100), allocated)
                : throw new InvalidOperationException("libssl: " + answer);
    }

    private sealed class Ordered(Libssl libssl, string order) : Work
    {
        public override Sample Measure(int count) => libssl.Order(order, count);

        protected override void Execute(int count) => libssl.Order(order, count);
    }
}
