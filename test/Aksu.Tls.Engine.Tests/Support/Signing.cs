using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Plays the place where a remote key is.</summary>
internal static class Signing
{
    public static void Answer(SignatureRequest request) => request.Provide(Sign(request));

    public static byte[] Sign(SignatureRequest request)
    {
        using SigningKey key = TestKeys.Signing(request.Key.KeyKind);
        byte[] signature = new byte[key.MaxSignatureSize];
        return signature[..key.Sign(request.Algorithm, request.Content.Span, signature)];
    }
}
