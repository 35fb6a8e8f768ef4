using Aksu.Cryptography;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// Key exchanges, with a public value of a stranger: every source takes the same ones, and what comes out has the same length. The finite
/// fields are represented by the smallest.
/// </summary>
internal static class KeyExchangeTarget
{
    public static FuzzTarget Target { get; } = new("key-exchanges", Run, Seeds);

    private static IReadOnlyList<KeyExchangeAlgorithm> References { get; } =
        [.. CryptographySources.Reference.KeyExchanges, CryptographySources.Reference.FiniteFieldKeyExchanges[0]];

    private static void Run(ReadOnlyMemory<byte> bytes)
    {
        var input = new FuzzInput(bytes.Span);
        KeyExchangeAlgorithm reference = References[input.TakeByte() % References.Count];
        int? expected = Answer(reference, input.Rest);
        foreach (CryptographyProvider provider in CryptographySources.Others)
        {
            KeyExchangeAlgorithm exchange = provider.FindKeyExchange(reference.Name)!;
            int? answered = Answer(exchange, input.Rest);
            using KeyExchangeOffer offer = exchange.Offer();
            using Secret? secret = offer.Complete(input.Rest);
            if (answered != expected || secret?.Length != expected)
            {
                throw new FindException(
                    $"{reference.Name}: the reference has {Text(expected)}, an answer {Text(answered)}, an offer {Text(secret?.Length)}.");
            }
        }
    }

    /// <summary>The length of the secret, or null where the value was refused.</summary>
    private static int? Answer(KeyExchangeAlgorithm exchange, ReadOnlySpan<byte> offer)
    {
        using Secret? secret = exchange.Answer(offer, new byte[exchange.AnswerSize]);
        return secret?.Length;
    }

    private static string Text(int? length) => length is null ? "nothing" : $"{length} bytes";

    private static IEnumerable<byte[]> Seeds()
    {
        for (int i = 0; i < References.Count; i++)
        {
            using KeyExchangeOffer offer = References[i].Offer();
            byte[] value = offer.PublicValue.ToArray();
            yield return [(byte)i, .. value];
            yield return [(byte)i, .. value, 0];
            yield return [(byte)i, .. new byte[value.Length]];
            yield return [(byte)i, .. Enumerable.Repeat((byte)0xff, value.Length)];
        }
    }
}
