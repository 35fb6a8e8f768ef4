using System.CommandLine;
using System.CommandLine.Parsing;
using Aksu.Ca;
using Aksu.Cryptography;

namespace Aksu.Cli.Ca;

/// <summary>What kind of key to make.</summary>
internal static class KeyKindOption
{
    private static readonly Dictionary<string, KeyRequest> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["p256"] = new KeyRequest(KeyKind.EcP256),
        ["p384"] = new KeyRequest(KeyKind.EcP384),
        ["p521"] = new KeyRequest(KeyKind.EcP521),
        ["ed25519"] = new KeyRequest(KeyKind.Ed25519),
        ["ed448"] = new KeyRequest(KeyKind.Ed448),
        ["rsa"] = new KeyRequest(KeyKind.Rsa, 3072),
        ["rsa-2048"] = new KeyRequest(KeyKind.Rsa, 2048),
        ["rsa-3072"] = new KeyRequest(KeyKind.Rsa, 3072),
        ["rsa-4096"] = new KeyRequest(KeyKind.Rsa, 4096),
        ["rsa-pss"] = new KeyRequest(KeyKind.RsaPss, 3072),
    };

    public static Option<KeyRequest?> Create() => new("--key")
    {
        HelpName = "KIND",
        Description = $"The kind of key: {string.Join(", ", Kinds.Keys)}. p256 unless given.",
        CustomParser = Parse,
    };

    private static KeyRequest? Parse(ArgumentResult result)
    {
        if (Kinds.TryGetValue(result.Tokens[0].Value, out KeyRequest? kind))
        {
            return kind;
        }

        result.AddError($"--key: '{result.Tokens[0].Value}' is no kind of key; there are {string.Join(", ", Kinds.Keys)}.");
        return null;
    }
}
