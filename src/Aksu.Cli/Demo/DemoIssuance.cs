using System.Text;
using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Cli.Demo;

/// <summary>Issues the certificates of the demonstration, and where that is asked for, a certificate with a flaw.</summary>
internal static class DemoIssuance
{
    /// <summary>Issues a certificate; the caller disposes the identity.</summary>
    /// <param name="authority">The authority that both sides trust.</param>
    /// <param name="options">What an honest certificate would be like; the first name is the owner's.</param>
    /// <param name="flaw">What is to be wrong; null for nothing.</param>
    public static Identity Issue(EmbeddedAuthority authority, IssueOptions options, DemoFlaw? flaw)
    {
        if (flaw == DemoFlaw.Expired)
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            return authority.Issue(options with { NotBefore = now.AddDays(-91), NotAfter = now.AddDays(-1) });
        }

        if (flaw == DemoFlaw.WrongName)
        {
            return authority.Issue(options with { Names = ["somewhere-else.example"] });
        }

        if (flaw == DemoFlaw.UnknownAuthority)
        {
            using EmbeddedAuthority stranger = EmbeddedAuthority.Create("Nobody's", options.Key);
            return stranger.Issue(options);
        }

        if (flaw == DemoFlaw.Tampered)
        {
            return IssueAndAlter(authority, options);
        }

        Identity identity = authority.Issue(options);
        if (flaw == DemoFlaw.Revoked)
        {
            authority.Revoke(identity.Certificate, RevocationReason.KeyCompromise);
        }

        return identity;
    }

    /// <summary>The certificate of somebody whose name is as long, with the name written over: nothing else has to be changed.</summary>
    private static Identity IssueAndAlter(EmbeddedAuthority authority, IssueOptions options)
    {
        string name = options.Names[0];
        string other = new string('m', name.Length - ".example".Length) + ".example";
        using Secret pkcs8 = IssueFor(authority, options with { Names = [Kind(name, other)] }, out Identity honest);
        byte[] altered = honest.Certificate.Der.ToArray();
        Replace(altered, Kind(name, other), name);
        IReadOnlyList<Certificate> authorities = [.. honest.Chain.Skip(1)];
        honest.Dispose();
        SigningKey key = CryptographyProvider.Default.ImportPrivateKey(pkcs8.Span)
            ?? throw new InvalidOperationException("A key that was just made cannot be read.");
        return Identity.Create([Certificate.Parse(altered), .. authorities], key);
    }

    private static Secret IssueFor(EmbeddedAuthority authority, IssueOptions options, out Identity identity)
    {
        identity = authority.Issue(options, out Secret pkcs8);
        return pkcs8;
    }

    /// <summary>A mailbox stays a mailbox.</summary>
    private static string Kind(string name, string other)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? other : new string('m', at) + name[at..];
    }

    private static void Replace(Span<byte> bytes, string from, string to)
    {
        byte[] wanted = Encoding.ASCII.GetBytes(from);
        byte[] replacement = Encoding.ASCII.GetBytes(to);
        for (int at = bytes.IndexOf(wanted); at >= 0; at = bytes.IndexOf(wanted))
        {
            replacement.CopyTo(bytes[at..]);
        }
    }
}
