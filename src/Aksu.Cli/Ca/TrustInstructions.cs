namespace Aksu.Cli.Ca;

/// <summary>How each system and browser is told to trust a root.</summary>
internal static class TrustInstructions
{
    public static IEnumerable<(string Where, string[] How)> For(string root)
    {
        yield return ("This one command only",
            [$"aksu connect HOST --ca '{root}'", $"curl --cacert '{root}' https://HOST/",
                $"openssl s_client -CAfile '{root}' -connect HOST:443"]);
        yield return ("Debian, Ubuntu, Alpine",
            [$"sudo cp '{root}' /usr/local/share/ca-certificates/aksu-root.crt", "sudo update-ca-certificates"]);
        yield return ("Fedora, Red Hat, SUSE",
            [$"sudo cp '{root}' /etc/pki/ca-trust/source/anchors/aksu-root.pem     # SUSE: /etc/pki/trust/anchors/",
                "sudo update-ca-trust     # SUSE: sudo update-ca-certificates"]);
        yield return ("Arch", [$"sudo trust anchor --store '{root}'"]);
        yield return ("macOS", [$"sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain '{root}'"]);
        yield return ("Windows (as administrator)", [$"certutil -addstore -f ROOT \"{root}\""]);
        yield return (
            "Chrome, Chromium and Edge",
            [
                "On macOS and Windows: as the system above. On Linux (package libnss3-tools):",
                $"certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n aksu-root -i '{root}'",
            ]);
        yield return (
            "Firefox",
            [
                "Settings → Privacy & Security → Certificates → View Certificates → Authorities → Import:",
                $"choose {root} and tick 'Trust this CA to identify websites'.",
            ]);
        yield return ("Java", [$"sudo keytool -importcert -cacerts -alias aksu-root -file '{root}'"]);
        yield return ("Node.js, Python requests", [$"export NODE_EXTRA_CA_CERTS='{root}'", $"export REQUESTS_CA_BUNDLE='{root}'"]);
    }
}
