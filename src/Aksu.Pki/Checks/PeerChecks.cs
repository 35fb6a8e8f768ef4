using Aksu.Pki.Names;
using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>What the peer's own certificate must be: for the expected name, the purpose, and the use of its key.</summary>
internal static class PeerChecks
{
    private const int MaxNamesShown = 5;

    public static void Check(Certificate peer, PathContext context, List<Check> checks)
    {
        checks.Add(Purpose(peer, context));
        checks.Add(KeyUsage(peer, context));
        if (context.Request.ServerIdentity is { } server)
        {
            checks.Add(ServerName(peer, server));
        }

        if (context.Request.Email is { } email)
        {
            checks.Add(Email(peer, email));
        }
    }

    /// <summary>RFC 5280 §4.2.1.12: if extKeyUsage is present, it must hold the purpose or any.</summary>
    private static Check Purpose(Certificate peer, PathContext context) =>
        peer.ExtendedKeyUsage is not { } usage || (usage & (context.RequiredPurpose | ExtendedKeyUsage.Any)) != 0
            ? Pki.Check.Pass(CheckKind.ExtendedKeyUsage, 0,
                context.Request.Purpose == CertificatePurpose.Server ? "may be a TLS server" : "may be a TLS client")
            : Pki.Check.Fail(CheckKind.ExtendedKeyUsage, 0, VerificationFailure.WrongPurpose,
                $"the certificate is for other purposes ({usage}), and {context.RequiredPurpose} is needed");

    private static Check KeyUsage(Certificate peer, PathContext context)
    {
        KeyUsage required = context.Request.RequiredKeyUsage;
        if (peer.KeyUsage is not { } usage)
        {
            return Pki.Check.Pass(CheckKind.KeyUsage, 0, "not limited");
        }

        // RFC 5280 §4.2.1.12 names the usages that go with TLS; RFC 5280 itself doesn't tie them together.
        const KeyUsage UsableInTls = Pki.KeyUsage.DigitalSignature | Pki.KeyUsage.KeyEncipherment | Pki.KeyUsage.KeyAgreement;
        if ((usage & required) != required)
        {
            return Pki.Check.Fail(CheckKind.KeyUsage, 0, VerificationFailure.WrongPurpose,
                $"its key may not be used for {required & ~usage} (keyUsage)");
        }

        return (usage & UsableInTls) == 0 && context.Policy.Profile != CertificateProfile.Rfc5280
            ? Pki.Check.Fail(CheckKind.KeyUsage, 0, VerificationFailure.WrongPurpose, $"its key may not be used in TLS (keyUsage: {usage})")
            : Pki.Check.Pass(CheckKind.KeyUsage, 0, "may be used in TLS");
    }

    /// <summary>RFC 9525 §6: names come from subjectAltName alone.</summary>
    private static Check ServerName(Certificate peer, ServerIdentity server)
    {
        foreach (GeneralName name in peer.SubjectAlternativeNames)
        {
            if (server.IsCoveredBy(name))
            {
                return Pki.Check.Pass(CheckKind.Name, 0, $"is for {server}");
            }
        }

        string detail = peer.SubjectAlternativeNames.Count == 0
            ? $"has no subject alternative name, so it is not for {server} (the common name does not count)"
            : $"is not for {server} but for {Names(peer)}";
        return Pki.Check.Fail(CheckKind.Name, 0, VerificationFailure.NameMismatch, detail);
    }

    private static Check Email(Certificate peer, string email)
    {
        bool isCovered = System.Text.Ascii.IsValid(email)
            && Mailbox.TryParse(System.Text.Encoding.ASCII.GetBytes(email), out Mailbox wanted)
            && CoversMailbox(peer, wanted);
        return isCovered
            ? Pki.Check.Pass(CheckKind.Name, 0, $"is for {email}")
            : Pki.Check.Fail(CheckKind.Name, 0, VerificationFailure.NameMismatch, $"is not for {email} but for {Names(peer)}");
    }

    private static bool CoversMailbox(Certificate peer, Mailbox wanted)
    {
        foreach (GeneralName name in peer.SubjectAlternativeNames)
        {
            if (name.Kind == GeneralNameKind.Email && Mailbox.TryParse(name.Value.Span, out Mailbox mailbox) && mailbox.Equals(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static string Names(Certificate peer)
    {
        IReadOnlyList<GeneralName> names = peer.SubjectAlternativeNames;
        string shown = string.Join(", ", names.Take(MaxNamesShown).Select(static name => name.ToString()));
        return names.Count switch
        {
            0 => "nobody",
            > MaxNamesShown => $"{shown} and {names.Count - MaxNamesShown} more",
            _ => shown,
        };
    }
}
