using System.CommandLine;
using System.Globalization;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;
using Aksu.Pki;

namespace Aksu.Cli.Ca;

/// <summary>A verb of <c>aksu ca</c> that works with an authority that is there.</summary>
internal abstract class AuthorityCommand : ToolCommand
{
    private readonly AuthorityFolder _folder = new();

    protected AuthorityCommand(string name, string description)
        : base(name, description) => _folder.AddTo(this);

    protected sealed override async Task<ExitCode> ExecuteAsync(ParseResult line, CancellationToken stop)
    {
        try
        {
            using var authority = CertificateAuthority.Open(_folder.Path(line), _folder.Passphrase(line));
            return await RunAsync(authority, line, Screen.ForOutput(), stop);
        }
        catch (CertificateException e) when (e.IsPassphraseMissing)
        {
            throw CommandFailure.EnglishUsage($"{e.Message} {_folder.Advice}", e);
        }
        catch (Exception e) when (AuthorityFailure.Explain(e) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Does it.</summary>
    /// <param name="authority">The authority, opened.</param>
    /// <param name="line">What was typed.</param>
    /// <param name="screen">The standard output.</param>
    /// <param name="stop">Canceled by Ctrl-C and SIGTERM.</param>
    protected abstract Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop);

    /// <summary>A certificate in one line.</summary>
    protected static string Summary(Certificate certificate)
    {
        string names = string.Join(", ", certificate.SubjectAlternativeNames.Select(NameText.Of));
        return string.Create(CultureInfo.InvariantCulture, $"{names}; {certificate.PublicKey}; until {certificate.NotAfter:yyyy-MM-dd}");
    }
}
