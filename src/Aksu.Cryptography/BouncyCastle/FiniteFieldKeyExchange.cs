using System.Security.Cryptography;
using Aksu.Cryptography.Keys;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>
/// Diffie-Hellman over the fields of RFC 7919 on BouncyCastle's numbers, for systems without libcrypto. Its exponentiation does not run in
/// constant time; an exponent serves one exchange, so that there is nothing to average over.
/// </summary>
internal sealed class FiniteFieldKeyExchange(FiniteFieldGroup group) : KeyExchangeAlgorithm
{
    public static IReadOnlyList<KeyExchangeAlgorithm> All { get; } =
        [.. FiniteFieldGroup.All.Select(group => new FiniteFieldKeyExchange(group))];

    public override string Name => group.Name;

    public override int OfferSize => group.Size;

    public override int AnswerSize => group.Size;

    public override ReadOnlyMemory<byte> Prime => group.Prime;

    public override KeyExchangeOffer Offer() => new FiniteFieldOffer(group);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using var mine = new FiniteFieldOffer(group);
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }

    private sealed class FiniteFieldOffer : KeyExchangeOffer
    {
        private readonly FiniteFieldGroup _group;
        private readonly Secret _exponent;
        private readonly byte[] _publicValue;

        public FiniteFieldOffer(FiniteFieldGroup group)
        {
            _group = group;
            _exponent = new Secret(group.ExponentSize);
            RandomNumberGenerator.Fill(_exponent.Span);
            _exponent.Span[0] |= 0x80; // the full length (RFC 7919 §5.2)
            _publicValue = new byte[group.Size];
            Power(group.Parameters.Value.G, _publicValue);
        }

        public override ReadOnlySpan<byte> PublicValue => _publicValue;

        public override Secret? Complete(ReadOnlySpan<byte> answer)
        {
            if (!_group.IsValidPublicValue(answer))
            {
                return null;
            }
            var secret = new Secret(_group.Size);
            Power(new BigInteger(1, answer), secret.Span);
            return secret;
        }

        public override void Dispose() => _exponent.Dispose();

        private void Power(BigInteger number, Span<byte> destination)
        {
            DHParameters parameters = _group.Parameters.Value;
            byte[] digits = number.ModPow(new BigInteger(1, _exponent.Span), parameters.P).ToByteArrayUnsigned();
            digits.CopyTo(destination[^digits.Length..]);
            CryptographicOperations.ZeroMemory(digits);
        }
    }
}
