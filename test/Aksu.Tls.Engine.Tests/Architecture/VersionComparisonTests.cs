using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls.Engine.Tests.Architecture;

/// <summary>
/// The version is decided in one place per side; comparing it anywhere else is a smell, so each place that does is named here.
/// </summary>
public sealed class VersionComparisonTests : IDisposable
{
    private const string Version = "Aksu.Tls.Engine.Registry.ProtocolVersion";

    private static readonly Dictionary<string, string> Allowed = new()
    {
        // The decision itself.
        ["Handshake.Server.VersionChoice"] = "a server decides",
        ["Handshake.Client.ExpectServerHello"] = "a client learns",
        ["Messages.DowngradeSentinel"] = "what the decision is checked with",

        // What is offered: before the decision every version counts.
        ["Handshake.Client.ClientOffer"] = "a session fits one version",
        ["Handshake.Client.ClientHelloComposer"] = "TLS 1.3 needs its own extensions",
        ["Options.SuiteSelection"] = "a version without suite is no version",

        // Sessions of all versions are kept in one place.
        ["Sessions.TlsSession"] = "only a session of TLS 1.3 is used once",
        ["Handshake.Server.SessionFit"] = "a session fits one version",
        ["Connections.TlsEngine"] = "a call that only TLS 1.3 can serve",

        // Not a decision: an echo is compared.
        ["Handshake.Server.Tls13.ExpectRetriedClientHello"] = "the second hello says the same as the first",

        // TLS 1.0 to 1.2 share the states of one folder and differ in the form of these.
        ["Messages.CertificateRequest12"] = "signature algorithms since TLS 1.2",
        ["Messages.DigitallySigned"] = "signature algorithms since TLS 1.2",
        ["KeySchedule.Tls12.PseudorandomFunction"] = "the hash of the suite since TLS 1.2",
        ["Crypto.Tls12.CbcRecordCipher"] = "a vector for each record since TLS 1.1",
        ["Crypto.Tls12.Suite12"] = "suites that need TLS 1.2",
        ["Handshake.Tls12.SignatureRules"] = "signature algorithms since TLS 1.2",
        ["Handshake.Server.Tls12.CertificateDemandMessage"] = "signature algorithms since TLS 1.2",
        ["Handshake.Server.Tls12.ExpectClientCertificateVerify"] = "signature algorithms since TLS 1.2",
        ["Handshake.Client.Tls12.ClientEnding"] = "signature algorithms since TLS 1.2",
        ["Handshake.Client.Tls12.ServerChoice"] = "a resumed session keeps its version",
    };

    private readonly CompiledAssembly _engine = new(typeof(TlsEngine).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Versions_are_compared_only_where_it_is_said_why()
    {
        string[] comparing =
        [
            .. _engine.MemberUses()
                .Where(use => use.User != Version && use.Type == Version && use.Name is "op_Equality" or "op_Inequality" or "Equals")
                .Select(use => use.User["Aksu.Tls.Engine.".Length..])
                .Distinct(),
        ];

        Assert.Empty(comparing.Except(Allowed.Keys));
        Assert.Empty(Allowed.Keys.Except(comparing));
    }
}
