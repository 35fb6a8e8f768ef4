using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

internal sealed class PlatformEcdhOffer : KeyExchangeOffer
{
    private readonly PrimeCurve _curve;
    private readonly ECDiffieHellman _privateKey;
    private readonly byte[] _publicValue;

    public PlatformEcdhOffer(PrimeCurve curve)
    {
        _curve = curve;
        _privateKey = ECDiffieHellman.Create(curve.PlatformCurve);
        _publicValue = PrimeCurve.WritePoint(_privateKey.ExportParameters(includePrivateParameters: false).Q);
    }

    public override ReadOnlySpan<byte> PublicValue => _publicValue;

    public override Secret? Complete(ReadOnlySpan<byte> answer)
    {
        if (_curve.ReadPoint(answer) is not { } point)
        {
            return null;
        }
        try
        {
            using var peer = ECDiffieHellman.Create(new ECParameters { Curve = _curve.PlatformCurve, Q = point });
            using ECDiffieHellmanPublicKey peerKey = peer.PublicKey;
            byte[] shared = _privateKey.DeriveRawSecretAgreement(peerKey);
            Secret secret = Secret.CopyOf(shared);
            CryptographicOperations.ZeroMemory(shared);
            return secret;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override void Dispose() => _privateKey.Dispose();
}
