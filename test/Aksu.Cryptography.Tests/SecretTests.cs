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
