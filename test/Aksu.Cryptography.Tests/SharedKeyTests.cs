namespace Aksu.Cryptography.Tests;

/// <summary>A server's key signs for many connections at once, and from its first use on.</summary>
public class SharedKeyTests
{
    private const int Threads = 8;
    private const int Rounds = 6;

    [Theory]
    [MemberData(nameof(SignatureTests.Kinds), MemberType = typeof(SignatureTests))]
    public void Many_threads_sign_and_verify_with_one_key(string providerName, KeyKind kind)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        using SigningKey key = TestKeys.Import(provider, kind);
        using VerificationKey verification = provider.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
        SignatureAlgorithm[] algorithms = [.. Enum.GetValues<SignatureAlgorithm>().Where(key.Supports)];

        int valid = 0;
        OnThreads(thread =>
        {
            byte[] signature = new byte[key.MaxSignatureSize];
            for (int i = 0; i < Rounds; i++)
            {
                byte[] data = [(byte)thread, (byte)i];
                SignatureAlgorithm algorithm = algorithms[(thread + i) % algorithms.Length];
                int length = key.Sign(algorithm, data, signature);
                if (verification.Verify(algorithm, data, signature.AsSpan(0, length)))
                {
                    Interlocked.Increment(ref valid);
                }
            }
        });

        Assert.Equal(Threads * Rounds, valid);
    }

    [Theory]
    [MemberData(nameof(KeyExchanges))]
    public void Many_threads_exchange_keys_over_one_group(string providerName, string name)
    {
        KeyExchangeAlgorithm exchange = Providers.Get(providerName).FindKeyExchange(name)!;

        int agreed = 0;
        OnThreads(_ =>
        {
            byte[] answer = new byte[exchange.AnswerSize];
            for (int i = 0; i < Rounds; i++)
            {
                using KeyExchangeOffer offer = exchange.Offer();
                using Secret? theirs = exchange.Answer(offer.PublicValue, answer);
                using Secret? ours = offer.Complete(answer);
                if (ours is not null && theirs is not null && ours.FixedTimeEquals(theirs.Span))
                {
                    Interlocked.Increment(ref agreed);
                }
            }
        });

        Assert.Equal(Threads * Rounds, agreed);
    }

    public static TheoryData<string, string> KeyExchanges =>
        Providers.With(static provider => provider.KeyExchanges.Select(static exchange => exchange.Name));

    /// <summary>Starts all at one moment, and hands on what one of them throws.</summary>
    private static void OnThreads(Action<int> work)
    {
        using var start = new Barrier(Threads);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(number => new Thread(() =>
            {
                try
                {
                    start.SignalAndWait();
                    work(number);
                }
                catch (Exception e)
                {
                    failures.Enqueue(e);
                }
            })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        Assert.Empty(failures);
    }
}
