using Aksu.Ca;
using Aksu.Cli.Tests.Support;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Cli.Tests;

/// <summary>Certificates and keys in the forms that people have them.</summary>
public sealed class IdentityFileTests
{
    private const string Passphrase = "correct horse battery staple";

    [Fact]
    public async Task An_encrypted_key_needs_its_passphrase_from_a_file_or_the_environment()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = await IssueEncryptedAsync(workshop);
        string passphrase = workshop.Write("passphrase.txt", Passphrase + "\nanother line\n");
        string[] identity = ["--cert", certificate, "--key", key];

        ToolRun without = (await Tool.RunAsync(["serve", .. identity])).Expect(2);
        Assert.Contains(
            $"--key: {key}: The private key is encrypted: a passphrase is needed. Give its passphrase with --passphrase-file FILE, or in "
            + "the environment variable AKSU_KEY_PASSPHRASE.",
            without.ErrorLine,
            StringComparison.Ordinal);
        string wrongFile = workshop.Write("wrong.txt", "wrong\n");
        ToolRun wrong = (await Tool.RunAsync(["serve", .. identity, "--passphrase-file", wrongFile])).Expect(2);
        Assert.Contains("The passphrase is wrong", wrong.ErrorLine, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", without.Errors + wrong.Errors, StringComparison.Ordinal);

        await using ToolServer byFile = await ToolServer.StartAsync(["--echo", .. identity, "--passphrase-file", passphrase]);
        (await Tool.RunAsync("connect", byFile.Address, "--ca", workshop.Root)).Expect(0);
        ToolRun byVariable = await Tool.RunAsync(
            ["connect", byFile.Address, "--ca", workshop.Root, .. identity], input: [], ("AKSU_KEY_PASSPHRASE", Passphrase));
        byVariable.Expect(0);
    }

    [Theory]
    [InlineData("-keypbe", "AES-256-CBC", "-certpbe", "AES-256-CBC", "-macalg", "SHA256")]
    [InlineData("-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "SHA1")]
    public async Task A_pkcs12_file_brings_certificate_chain_and_key(params string[] options)
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        string file = workshop.File("identity.p12");
        string passphrase = workshop.Write("passphrase.txt", Passphrase + "\n");
        await OpenSslAsync(
            ["pkcs12", "-export", "-in", certificate, "-inkey", key, "-out", file, "-passout", "pass:" + Passphrase, .. options]);

        ToolRun without = (await Tool.RunAsync("serve", "--cert", file)).Expect(2);
        Assert.Contains(
            $"--cert: {file}: The PKCS#12 file is encrypted: a passphrase is needed.", without.ErrorLine, StringComparison.Ordinal);
        ToolRun both = (await Tool.RunAsync("serve", "--cert", file, "--key", key, "--passphrase-file", passphrase)).Expect(2);
        Assert.Contains("brings its key along", both.ErrorLine, StringComparison.Ordinal);
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--cert", file, "--passphrase-file", passphrase);
        (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(0);
    }

    [Fact]
    public async Task A_pkcs12_file_is_a_clients_identity_too()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        (string clientCertificate, string clientKey) = workshop.IssueClient("alice@example.com");
        string file = workshop.File("alice.p12");
        await OpenSslAsync(["pkcs12", "-export", "-in", clientCertificate, "-inkey", clientKey, "-out", file, "-passout", "pass:"]);
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--cert", certificate, "--key", key, "--client-ca", workshop.Root);
        (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root, "--cert", file)).Expect(0);
        Assert.Contains("client=\"alice@example.com\"", await server.WaitForLogAsync("result=ok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_in_the_wrong_order_are_put_in_order_with_a_note()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        const string Begin = "-----BEGIN";
        string[] blocks = (await File.ReadAllTextAsync(certificate)).Split(Begin, StringSplitOptions.RemoveEmptyEntries);
        string swapped = workshop.Write("swapped.pem", Begin + blocks[1] + Begin + blocks[0]);
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--cert", swapped, "--key", key);
        (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(0);
        string[] note = server.Errors.Split('\n', 2);
        Assert.StartsWith($"note: {swapped}: The certificates were not in order", string.Join(' ', note), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_does_not_belong_to_the_certificate_is_said_so()
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        (_, string otherKey) = workshop.IssueServer("other.example");
        foreach (string[] command in (string[][])[["serve"], ["connect", "localhost:1"]])
        {
            ToolRun run = (await Tool.RunAsync([.. command, "--cert", certificate, "--key", otherKey])).Expect(2);
            Assert.Contains($"--key: {otherKey}: The private key does not belong to the certificate of CN=localhost", run.ErrorLine,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_changed_certificate_is_served_to_new_connections_while_the_old_ones_go_on()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--cert", certificate, "--key", key);
        await using var old = await LongConnection.OpenAsync(server, workshop.Root);
        await old.EchoAsync("before");

        string halfWritten = (await File.ReadAllTextAsync(certificate))[..600];
        Replace(certificate, halfWritten);
        string serial = await WaitForAsync("cannot be used");
        Assert.Contains("cut off", serial, StringComparison.Ordinal);

        (string newCertificate, string newKey) = workshop.Issue("new", new IssueOptions { Names = ["localhost", "new.example"] });
        Replace(key, await File.ReadAllTextAsync(newKey));
        Replace(certificate, await File.ReadAllTextAsync(newCertificate));
        await WaitForAsync("the certificate was read again: CN=localhost");
        (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root, "--sni", "new.example")).Expect(0);
        await old.EchoAsync("after");

        // The server looks when somebody connects, and at most once a second.
        async Task<string> WaitForAsync(string text)
        {
            for (int i = 0; i < 60 && !server.Errors.Contains(text, StringComparison.Ordinal); i++)
            {
                (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(0);
                await Task.Delay(200);
            }

            return await server.WaitForLogAsync(text);
        }
    }

    [Fact]
    public async Task A_stapled_response_vouches_for_a_certificate_that_demands_it_until_it_says_revoked()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        string root = (await Tool.RunAsync("ca", "init", "--dir", ca)).Expect(0).Output.Trim();
        string[] files = (await Tool.RunAsync("ca", "issue", "localhost", "--must-staple", "--dir", ca, "--out", workshop.File("out")))
            .Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string serial = Certificate.ParsePem(await File.ReadAllTextAsync(files[0])).SerialNumberText;
        string staple = workshop.File("staple.der");
        (await Tool.RunAsync("ca", "ocsp", serial, "--out", staple, "--dir", ca)).Expect(0);
        string[] identity = ["--echo", "--cert", files[0], "--key", files[1]];

        await using (ToolServer bare = await ToolServer.StartAsync(identity))
        {
            ToolRun without = (await Tool.RunAsync("connect", bare.Address, "--ca", root)).Expect(1);
            Assert.Contains("must-staple", without.ErrorLine, StringComparison.Ordinal);
        }

        await using ToolServer server = await ToolServer.StartAsync([.. identity, "--staple", staple]);
        (await Tool.RunAsync("connect", server.Address, "--ca", root)).Expect(0);
        (await Tool.RunAsync("ca", "revoke", serial, "--reason", "keyCompromise", "--dir", ca)).Expect(0);
        (await Tool.RunAsync("ca", "ocsp", serial, "--out", staple + ".new", "--dir", ca)).Expect(0);
        File.Move(staple + ".new", staple, overwrite: true);
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        ToolRun revoked = (await Tool.RunAsync("connect", server.Address, "--ca", root)).Expect(1);
        Assert.Contains("revoked at", revoked.ErrorLine, StringComparison.Ordinal);

        (string other, string otherKey) = workshop.IssueServer();
        ToolRun strange = (await Tool.RunAsync("serve", "--cert", other, "--key", otherKey, "--staple", staple)).Expect(2);
        Assert.Contains("is not about the certificate of CN=localhost", strange.ErrorLine, StringComparison.Ordinal);
        ToolRun alone = (await Tool.RunAsync("serve", "--staple", staple)).Expect(2);
        Assert.Contains("--staple needs --cert", alone.ErrorLine, StringComparison.Ordinal);
    }

    private static void Replace(string path, string content)
    {
        File.WriteAllText(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static async Task<(string Certificate, string Key)> IssueEncryptedAsync(Workshop workshop)
    {
        (string certificate, string key) = workshop.IssueServer();
        string encrypted = workshop.File("encrypted.key.pem");
        using var pkcs8 = Secret.CopyOf(Convert.FromBase64String(string.Concat(
            (await File.ReadAllLinesAsync(key)).Where(static line => !line.StartsWith("-----", StringComparison.Ordinal)))));
        await File.WriteAllTextAsync(encrypted, new string(Pem.WritePrivateKey(pkcs8.Span, Passphrase)));
        return (certificate, encrypted);
    }

    private static async Task OpenSslAsync(string[] arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("openssl is needed.");
        }

        using var process = System.Diagnostics.Process.Start("openssl", arguments);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(late.Token);
        Assert.Equal(0, process.ExitCode);
    }
}
