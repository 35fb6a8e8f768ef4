namespace Aksu.Cryptography.Tests;

public class SecretTests
{
    [Fact]
    public void Disposing_zeroes_the_bytes()
    {
        Secret secret = Secret.CopyOf([1, 2, 3]);
        Span<byte> bytes = secret.Span;
        Assert.Equal([1, 2, 3], bytes.ToArray());
        secret.Dispose();
        Assert.Equal(new byte[3], bytes.ToArray());
        secret.Dispose();
        Assert.Throws<ObjectDisposedException>(() => secret.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => secret.Length);
    }

    // The memory of one goes to the next: never to two, and never with what was in it.
    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(48)]
    [InlineData(96)]
    [InlineData(100)]
    [InlineData(112)]
    public void Secrets_that_live_together_never_share_memory_and_begin_with_zeros(int length)
    {
        byte[] content = [.. Enumerable.Repeat((byte)0xa5, length)];
        for (int round = 0; round < 3; round++)
        {
            var living = new List<Secret>();
            for (int i = 0; i < 40; i++)
            {
                Secret secret = i % 2 == 0 ? Secret.OfKeptMemory(length) : new Secret(length);
                Assert.Equal(new byte[length], secret.Span.ToArray());
                Assert.All(living, other => Assert.False(other.Span.Overlaps(secret.Span)));
                content.CopyTo(secret.Span);
                living.Add(secret);
            }

            foreach (Secret secret in living)
            {
                Span<byte> bytes = secret.Span;
                secret.Dispose();
                secret.Dispose(); // gives nothing back a second time
                Assert.Equal(new byte[length], bytes.ToArray());
            }
        }
    }

    // An application's secret is nobody else's, before and after.
    [Fact]
    public void Memory_is_given_only_to_secrets_that_ask_for_it()
    {
        Secret own = new(48);
        Span<byte> memory = own.Span;
        own.Dispose();
        using Secret next = Secret.OfKeptMemory(48);
        Assert.False(memory.Overlaps(next.Span));

        Secret kept = Secret.OfKeptMemory(48);
        Span<byte> shared = kept.Span;
        kept.Dispose();
        using var other = new Secret(48);
        using Secret copy = Secret.CopyOf(new byte[48]);
        Assert.False(shared.Overlaps(other.Span) || shared.Overlaps(copy.Span));
        using Secret later = Secret.OfKeptMemory(48);
        Assert.True(shared.Overlaps(later.Span));
    }

    [Fact]
    public void A_new_secret_is_zero_and_has_its_length()
    {
        using var secret = new Secret(100);
        Assert.Equal(100, secret.Length);
        Assert.Equal(new byte[100], secret.Span.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Secret(-1));
    }

    [Fact]
    public void Comparison_sees_every_difference()
    {
        using Secret secret = Secret.CopyOf([1, 2, 3]);
        Assert.True(secret.FixedTimeEquals([1, 2, 3]));
        Assert.False(secret.FixedTimeEquals([1, 2, 4]));
        Assert.False(secret.FixedTimeEquals([1, 2]));
        Assert.False(secret.FixedTimeEquals([]));
    }

    [Fact]
    public void Its_text_form_says_nothing()
    {
        using Secret secret = Secret.CopyOf([1, 2, 3]);
        Assert.Equal(typeof(Secret).FullName, secret.ToString());
    }
}
