using Aksu.Cryptography.Composition;

namespace Aksu.Cryptography.Tests;

public class RecentPublicKeysTests
{
    private static readonly byte[] Encoding = [1, 2, 3];

    [Fact]
    public void A_key_lives_until_its_last_user_and_its_slot_have_let_it_go()
    {
        var keys = new RecentPublicKeys();
        var key = new CountingKey();
        VerificationKey first = keys.Add(Encoding, key);
        VerificationKey second = keys.Find(Encoding)!;
        first.Dispose();
        first.Dispose();
        Assert.Throws<ObjectDisposedException>(() => first.Supports(SignatureAlgorithm.Ed25519));
        Assert.True(second.Supports(SignatureAlgorithm.Ed25519));

        var other = new CountingKey();
        using VerificationKey third = keys.Add(Encoding, other); // the same slot
        Assert.Equal(0, key.Disposals);
        second.Dispose();
        Assert.Equal(1, key.Disposals);
        Assert.Equal(0, other.Disposals);
    }

    [Fact]
    public void Keys_are_found_by_their_whole_encoding_and_their_number_is_bounded()
    {
        var keys = new RecentPublicKeys();
        var made = new List<CountingKey>();
        for (int i = 0; i < 1000; i++)
        {
            var key = new CountingKey();
            made.Add(key);
            keys.Add(BitConverter.GetBytes(i), key).Dispose();
            using VerificationKey? found = keys.Find(BitConverter.GetBytes(i));
            Assert.NotNull(found);
        }
        Assert.Null(keys.Find([0, 0, 0, 0, 0]));
        Assert.InRange(made.Count(static key => key.Disposals == 0), 1, 64);
        Assert.All(made, static key => Assert.InRange(key.Disposals, 0, 1));
    }

    // Wherever their hashes fall, which is another place in each process and for each of these.
    [Fact]
    public void As_many_keys_as_a_set_has_slots_are_in_use_side_by_side()
    {
        for (int i = 0; i < 1000; i++)
        {
            var keys = new RecentPublicKeys();
            byte[][] encodings = [.. Enumerable.Range(4 * i, 4).Select(BitConverter.GetBytes)];
            foreach (byte[] encoding in encodings)
            {
                keys.Add(encoding, new CountingKey()).Dispose();
            }

            foreach (byte[] encoding in encodings)
            {
                using VerificationKey? found = keys.Find(encoding);
                Assert.NotNull(found);
            }
        }
    }

    [Fact]
    public void Threads_share_keys_without_losing_one()
    {
        var keys = new RecentPublicKeys();
        Parallel.For(0, 4000, i =>
        {
            byte[] encoding = BitConverter.GetBytes(i % 200);
            using VerificationKey key = keys.Find(encoding) ?? keys.Add(encoding, new CountingKey());
            Assert.True(key.Supports(SignatureAlgorithm.Ed25519)); // throws when it was disposed of
        });
    }

    private sealed class CountingKey : VerificationKey
    {
        private int _disposals;

        public int Disposals => _disposals;

        public override KeyKind Kind => KeyKind.Ed25519;

        public override int KeySizeInBits => 255;

        public override bool Supports(SignatureAlgorithm algorithm) =>
            _disposals == 0 ? true : throw new ObjectDisposedException(nameof(CountingKey));

        public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => false;

        public override void Dispose() => Interlocked.Increment(ref _disposals);
    }
}
