using System.Security.Cryptography;

namespace Aksu.Cryptography.BouncyCastle;

internal sealed class MontgomeryOffer : KeyExchangeOffer
{
    private readonly MontgomeryFunction _function;
    private readonly Secret _privateKey;
    private readonly byte[] _publicValue;

    public MontgomeryOffer(MontgomeryFunction function)
    {
        _function = function;
        _privateKey = new Secret(function.Size);
        RandomNumberGenerator.Fill(_privateKey.Span);
        _publicValue = new byte[function.Size];
        function.DerivePublic(_privateKey.Span, _publicValue);
    }

    public override ReadOnlySpan<byte> PublicValue => _publicValue;

    public override Secret? Complete(ReadOnlySpan<byte> answer)
    {
        if (answer.Length != _function.Size)
        {
            return null;
        }
        var secret = new Secret(_function.Size);
        if (!_function.Agree(_privateKey.Span, answer, secret.Span))
        {
            secret.Dispose();
            return null;
        }
        return secret;
    }

    public override void Dispose() => _privateKey.Dispose();
}
