using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>RFC 9258.</summary>
public sealed class PreSharedKeyImporterTests : IDisposable
{
    private readonly List<Secret> _secrets = [];

    public void Dispose() => _secrets.ForEach(secret => secret.Dispose());

    [Theory]
    [InlineData("SHA-256", 0x1301)]
    [InlineData("SHA-256", 0x1302)]
    [InlineData("SHA-384", 0x1301)]
    [InlineData("SHA-384", 0x1302)]
    public void One_key_serves_suites_of_every_hash(string hashName, int suite)
    {
        CipherSuite[] suites = [new CipherSuite((ushort)suite)];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = Import(hashName: hashName), CipherSuites = suites },
            Shake.Server with { PreSharedKeys = Import(hashName: hashName), CipherSuites = suites, Identities = [] });

        Assert.True(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        Assert.True(pair.ServerEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void The_identity_says_what_the_key_is_for()
    {
        IReadOnlyList<ExternalPreSharedKey> keys = Import();

        Assert.Equal(["SHA-256", "SHA-384"], keys.Select(key => key.HashName));
        Assert.Equal(Convert.FromHexString("00026964" + "0003637478" + "0304" + "0001"), keys[0].Identity.ToArray());
        Assert.Equal(Convert.FromHexString("00026964" + "0003637478" + "0304" + "0002"), keys[1].Identity.ToArray());
        Assert.Equal([32, 48], keys.Select(key => key.Key.Length));
        Assert.All(keys, key => Assert.True(key.IsImported));
    }

    [Fact]
    public void The_key_depends_on_key_hash_and_context()
    {
        string[] keys =
        [
            .. new[] { Import(), Import(context: "other"), Import(hashName: "SHA-384"), Import(fill: 7) }
                .SelectMany(imported => imported).Select(key => Convert.ToHexString(key.Key.Span)),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Another_context_is_another_key()
    {
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = Import() }, Shake.Server with { PreSharedKeys = Import(context: "other") });

        Assert.False(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Fact]
    public void An_imported_key_that_is_passed_off_as_another_kind_is_refused()
    {
        // Its binder has a label of its own (RFC 9258 §5.2).
        ExternalPreSharedKey key = Import()[0];
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.InvalidBinder,
            AlertDescription.DecryptError,
            Shake.Client with { PreSharedKeys = [new ExternalPreSharedKey(key.Identity, key.Key)] },
            Shake.Server with { PreSharedKeys = [key] });
    }

    [Fact]
    public void Older_versions_do_not_use_it()
    {
        ProtocolVersion[] older = [ProtocolVersion.Tls12];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = Import(), Versions = older },
            Shake.Server with { PreSharedKeys = Import(), Versions = older });

        Assert.False(pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
        Assert.NotEmpty(pair.ClientEngine.Parameters.PeerCertificates);
    }

    [Fact]
    public void Refuses_what_cannot_be_imported()
    {
        using var key = new Secret(32);

        Assert.Throws<ArgumentException>(() => PreSharedKeyImporter.Import([], key, [], CryptographyProvider.Default));
        Assert.Throws<ArgumentException>(() => PreSharedKeyImporter.Import(new byte[65_528], key, [], CryptographyProvider.Default));
        Assert.Throws<ArgumentException>(() => PreSharedKeyImporter.Import([1], key, [], CryptographyProvider.Default, "SHA-3"));
        _secrets.AddRange(
            PreSharedKeyImporter.Import(new byte[65_527], key, [], CryptographyProvider.Default).Select(imported => imported.Key));
    }

    private IReadOnlyList<ExternalPreSharedKey> Import(string context = "ctx", string hashName = "SHA-256", byte fill = 0x42)
    {
        using var secret = new Secret(32);
        secret.Span.Fill(fill);
        IReadOnlyList<ExternalPreSharedKey> imported = PreSharedKeyImporter.Import(
            "id"u8, secret, System.Text.Encoding.ASCII.GetBytes(context), CryptographyProvider.Default, hashName);
        _secrets.AddRange(imported.Select(key => key.Key));
        return imported;
    }
}
