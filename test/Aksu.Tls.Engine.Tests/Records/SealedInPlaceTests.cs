using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>A record is the same wherever its plaintext lies: apart, where the record's own will be, or shifted against it.</summary>
public class SealedInPlaceTests
{
    private const int Header = 5;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(1000)]
    [InlineData(16_384)]
    public void A_record_does_not_depend_on_where_its_plaintext_is(int length)
    {
        byte[] plaintext = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
        byte[] expected = Seal(plaintext, at: null, paddingLength: 0);
        Assert.Equal(Header + length + 1 + 16, expected.Length);
        foreach (int at in (int[])[Header, Header + 1, Header + 16, Header + length])
        {
            Assert.Equal(expected, Seal(plaintext, at, paddingLength: 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Padding_changes_nothing_about_that(int paddingLength)
    {
        byte[] plaintext = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];
        Assert.Equal(Seal(plaintext, at: null, paddingLength), Seal(plaintext, Header, paddingLength));
    }

    /// <param name="plaintext">What is sealed.</param>
    /// <param name="at">Where it lies in the memory of the record; null for memory of its own.</param>
    /// <param name="paddingLength">Zeros behind the content type.</param>
    private static byte[] Seal(byte[] plaintext, int? at, int paddingLength)
    {
        Suite13 suite = Suite13.Resolve(CipherSuite.Aes128GcmSha256, CryptographyProvider.Default)!;
        using var secret = new TrafficSecret(suite, Secret.CopyOf(new byte[32]));
        using RecordSealer sealer = secret.CreateSealer();
        byte[] memory = new byte[sealer.Overhead + (2 * plaintext.Length) + paddingLength + 16];
        ReadOnlySpan<byte> source = plaintext;
        if (at is { } start)
        {
            plaintext.CopyTo(memory.AsSpan(start));
            source = memory.AsSpan(start, plaintext.Length);
        }

        return memory[..sealer.Seal(ContentType.ApplicationData, source, paddingLength, memory)];
    }
}
