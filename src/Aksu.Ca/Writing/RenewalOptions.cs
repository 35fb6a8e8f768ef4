using System.Net;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>What to issue so that it can take the place of an older certificate.</summary>
internal static class RenewalOptions
{
    public static IssueOptions From(Certificate old) => new()
    {
        Names = [.. old.SubjectAlternativeNames.Select(Text)],
        CommonName = old.Subject.CommonName ?? "",
        ForServer = old.ExtendedKeyUsage is { } server && server.HasFlag(ExtendedKeyUsage.ServerAuth),
        ForClient = old.ExtendedKeyUsage is { } client && client.HasFlag(ExtendedKeyUsage.ClientAuth),
        Key = new KeyRequest(Kind(old.PublicKey.Algorithm), Math.Max(old.PublicKey.KeySizeInBits, KeyRequest.Default.RsaKeySizeInBits)),
        MustStaple = old.MustStaple,
    };

    private static string Text(GeneralName name) => name.Kind == GeneralNameKind.IpAddress
        ? new IPAddress(name.Value.Span).ToString()
        : System.Text.Encoding.ASCII.GetString(name.Value.Span);

    private static KeyKind Kind(PublicKeyAlgorithm algorithm) => algorithm switch
    {
        PublicKeyAlgorithm.Rsa => KeyKind.Rsa,
        PublicKeyAlgorithm.RsaPss => KeyKind.RsaPss,
        PublicKeyAlgorithm.EcP384 => KeyKind.EcP384,
        PublicKeyAlgorithm.EcP521 => KeyKind.EcP521,
        PublicKeyAlgorithm.Ed25519 => KeyKind.Ed25519,
        PublicKeyAlgorithm.Ed448 => KeyKind.Ed448,
        _ => KeyKind.EcP256,
    };
}
