using Aksu.Cryptography;
using Aksu.Cryptography.LibCrypto;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace Aksu.Differential;

/// <summary>
/// The default provider's X25519 against BouncyCastle's, both ways, with private keys and public values of all kinds; and against
/// libcrypto's, with which many exchanges take less time.
/// </summary>
internal static class X25519Run
{
    /// <summary>How many exchanges came out differently.</summary>
    public static long Run(long exchanges, Random random)
    {
        long wrong = 0;
        KeyExchangeAlgorithm exchange = CryptographyProvider.Default.FindKeyExchange("x25519")!;
        byte[] privateKey = new byte[X25519.ScalarSize];
        byte[] publicValue = new byte[X25519.PointSize];
        byte[] expected = new byte[X25519.PointSize];
        byte[] answer = new byte[X25519.PointSize];
        for (long i = 0; i < exchanges; i++)
        {
            random.NextBytes(privateKey);
            X25519.ScalarMultBase(privateKey, 0, publicValue, 0);
            publicValue[^1] |= (byte)(random.Next(2) << 7); // the last bit is to be ignored
            using KeyExchangeOffer offer = exchange.Offer();
            using Secret? completed = offer.Complete(publicValue);
            X25519.CalculateAgreement(privateKey, 0, offer.PublicValue.ToArray(), 0, expected, 0);
            bool isRight = completed is not null && completed.FixedTimeEquals(expected);

            using Secret? answered = exchange.Answer(publicValue, answer);
            X25519.CalculateAgreement(privateKey, 0, answer, 0, expected, 0);
            isRight &= answered is not null && answered.FixedTimeEquals(expected);
            wrong += isRight ? 0 : 1;
        }

        return wrong;
    }

    /// <summary>How many exchanges with libcrypto ended in two secrets.</summary>
    public static long RunWithLibCrypto(long exchanges)
    {
        if (!LibCryptoLibrary.IsAvailable)
        {
            Console.WriteLine("There is no libcrypto here: X25519 was compared with BouncyCastle's alone.");
            return 0;
        }

        long wrong = 0;
        KeyExchangeAlgorithm exchange = CryptographyProvider.Default.FindKeyExchange("x25519")!;
        for (long i = 0; i < exchanges; i++)
        {
            using KeyExchangeOffer mine = exchange.Offer();
            using KeyExchangeOffer theirs = LibCryptoKeyExchange.X25519.Offer();
            using Secret? here = mine.Complete(theirs.PublicValue);
            using Secret? there = theirs.Complete(mine.PublicValue);
            wrong += here is not null && there is not null && here.FixedTimeEquals(there.Span) ? 0 : 1;
        }

        return wrong;
    }
}
