using System.CommandLine;
using Aksu.Ca;
using Aksu.Cli.Failures;
using Aksu.Cli.Invocation;
using Aksu.Cli.Terminal;
using Aksu.Pki.Revocation;

namespace Aksu.Cli.Ca;

/// <summary><c>aksu ca revoke</c></summary>
internal sealed class RevokeCommand : AuthorityCommand
{
    /// <summary>The names of RFC 5280 §5.3.1, as far as an authority gives them for whole certificates.</summary>
    private static readonly Dictionary<string, RevocationReason> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["unspecified"] = RevocationReason.Unspecified,
        ["keyCompromise"] = RevocationReason.KeyCompromise,
        ["affiliationChanged"] = RevocationReason.AffiliationChanged,
        ["superseded"] = RevocationReason.Superseded,
        ["cessationOfOperation"] = RevocationReason.CessationOfOperation,
        ["privilegeWithdrawn"] = RevocationReason.PrivilegeWithdrawn,
    };

    private readonly Argument<string> _serial = new("SERIAL") { Description = "The serial number ('aksu ca list' shows it)." };

    private readonly Option<RevocationReason?> _reason = new("--reason")
    {
        HelpName = "REASON",
        Description = $"Why: {string.Join(", ", Reasons.Keys)}.",
        CustomParser = static result =>
        {
            if (Reasons.TryGetValue(result.Tokens[0].Value, out RevocationReason reason))
            {
                return reason;
            }

            result.AddError($"--reason: '{result.Tokens[0].Value}' is no reason; there are {string.Join(", ", Reasons.Keys)}.");
            return null;
        },
    };

    public RevokeCommand()
        : base("revoke", "Revoke a certificate.")
    {
        Arguments.Add(_serial);
        Options.Add(_reason);
    }

    public override IReadOnlyList<Example> Examples { get; } =
        [new("aksu ca revoke 8f3a… --reason keyCompromise --dir ca",
            "Then publish a new list ('aksu ca crl'); the OCSP responder knows at once.")];

    protected override Task<ExitCode> RunAsync(CertificateAuthority authority, ParseResult line, Screen screen, CancellationToken stop)
    {
        IssuedCertificate revoked = authority.Revoke(line.GetRequiredValue(_serial),
            line.GetValue(_reason) ?? RevocationReason.Unspecified);
        RevokedEntry entry = revoked.Revoked.GetValueOrDefault();
        screen.Line(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Revoked since {entry.Time:yyyy-MM-dd HH:mm:ss} UTC ({entry.Reason}): {Summary(revoked.Certificate)}"));
        return Task.FromResult(ExitCode.Success);
    }
}
