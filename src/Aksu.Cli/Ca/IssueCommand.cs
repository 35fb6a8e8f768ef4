using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Settings;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca issue</c></summary>
internal sealed class IssueCommand : AuthorityCommand
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "The names: DNS names (*.example.com too), addresses, mailboxes. The first one names the files.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]?> _addresses = CommaList.Option("--ip", "ADDR", "IP addresses.", AddressOf);
    private readonly Option<bool> _client = new("--client") { Description = "For a client instead of a server." };
    private readonly Option<TimeSpan?> _days = Days.Option("How long it is valid; 90 days unless given.");
    private readonly Option<KeyRequest?> _key = KeyKindOption.Create();
    private readonly Option<bool> _mustStaple = new("--must-staple")
    {
        Description = "Servers that use it must staple an OCSP response.",
    };

    private readonly Option<string?> _request = new("--csr")
    {
        HelpName = "FILE",
        Description = "Certify the key of this request (PKCS#10) instead of making one. Without NAMEs, its names are taken.",
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "DIR",
        Description = "Where to write NAME.pem and NAME.key.pem; here unless given.",
        DefaultValueFactory = static _ => ".",
    };

    public IssueCommand()
        : base("issue", "Issue a certificate: NAME.pem (with its chain) and NAME.key.pem.")
    {
        Arguments.Add(_names);
        Options.Add(_addresses);
        Options.Add(_client);
        Options.Add(_days);
        Options.Add(_key);
        Options.Add(_mustStaple);
        Options.Add(_request);
        Options.Add(_out);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aksu ca issue localhost --ip 127.0.0.1,::1 --dir ca",
            "A server's certificate; then 'aksu serve --cert localhost.pem --key localhost.key.pem'."),
        new("aksu ca issue alice@example.com --client --dir ca", "A client's certificate."),
        new("aksu ca issue --csr request.pem --dir ca", "For a key that stays where it is."),
    ];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        bool isForClient = line.GetValue(_client);
        var options = new IssueOptions
        {
            Names = [.. line.GetValue(_names) ?? [], .. line.GetValue(_addresses) ?? []],
            ForServer = !isForClient,
            ForClient = isForClient,
            Key = line.GetValue(_key) ?? KeyRequest.Default,
            NotAfter = line.GetValue(_days) is { } days ? DateTimeOffset.UtcNow + days : null,
            MustStaple = line.GetValue(_mustStaple),
        };
        using IssuedIdentity issued = line.GetValue(_request) is { } file
            ? authority.Issue(GivenFile.Read("--csr", file, static path => CertificateSigningRequest.ParsePem(File.ReadAllText(path))),
                options)
            : authority.Issue(options);
        IssuedOutput.Write(issued, line.GetRequiredValue(_out), screen);
        return Task.FromResult(ExitCode.Success);
    }

    private static string AddressOf(string text) =>
        ServerIdentity.TryParse(text, out ServerIdentity? identity) && identity.IsIPAddress
            ? text
            : throw new FormatException($"'{text}' is no IP address.");
}
