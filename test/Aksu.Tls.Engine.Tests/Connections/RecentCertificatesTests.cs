using System.Runtime.InteropServices;
using Aksu.Tls.Engine.Handshake;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Certificates that peers showed lately are kept once.</summary>
public sealed class RecentCertificatesTests
{
    [Fact]
    public void A_certificate_that_is_met_again_is_not_copied_again()
    {
        byte[] certificate = Random(7);
        ReadOnlyMemory<byte> first = RecentCertificates.CopyOf(certificate);
        Assert.Equal(certificate, first.ToArray());
        Assert.False(first.Span.Overlaps(certificate));

        // Other tests fill the same places at the same time: so more than one try.
        Assert.Contains(
            Enumerable.Range(0, 20),
            _ => IsSame(RecentCertificates.CopyOf(certificate), RecentCertificates.CopyOf([.. certificate])));
        certificate[^1] ^= 1;
        Assert.Equal(certificate, RecentCertificates.CopyOf(certificate).ToArray());
    }

    // So that strangers cannot make this process hold much.
    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void A_long_certificate_is_copied_each_time(int length, bool isKept)
    {
        byte[] certificate = new byte[length];
        certificate[0] = 0x30;
        Assert.Equal(isKept, Enumerable.Range(0, 20).Any(
            _ => IsSame(RecentCertificates.CopyOf(certificate), RecentCertificates.CopyOf(certificate))));
        Assert.Equal(certificate, RecentCertificates.CopyOf(certificate).ToArray());
    }

    // In one set only four could stay, and the second round would find none of them.
    [Fact]
    public void Certificates_are_spread_over_the_sets_by_their_content()
    {
        byte[][] certificates = [.. Enumerable.Range(100, 40).Select(Random)];
        ReadOnlyMemory<byte>[] copies = [.. certificates.Select(static certificate => RecentCertificates.CopyOf(certificate))];
        int same = certificates.Where((certificate, i) => IsSame(copies[i], RecentCertificates.CopyOf(certificate))).Count();
        Assert.InRange(same, 9, certificates.Length);
    }

    private static bool IsSame(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) =>
        MemoryMarshal.TryGetArray(one, out ArraySegment<byte> first)
        && MemoryMarshal.TryGetArray(other, out ArraySegment<byte> second)
        && ReferenceEquals(first.Array, second.Array);

    private static byte[] Random(int seed)
    {
        byte[] bytes = new byte[200];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
