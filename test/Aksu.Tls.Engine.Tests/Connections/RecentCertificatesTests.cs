using Aksu.Tls.Engine.Handshake;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Certificates that are met again share memory, and long ones never do: strangers cannot make this process hold much.</summary>
public sealed class RecentCertificatesTests
{
    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public void Those_up_to_four_kibibytes_are_kept(int length, bool isKept)
    {
        byte[] certificate = new byte[length];
        new Random(length).NextBytes(certificate);

        // Another test may have taken the slot in between, but not again and again.
        bool isSame = Enumerable.Range(0, 20).Any(
            _ => RecentCertificates.CopyOf(certificate).Equals(RecentCertificates.CopyOf(certificate)));

        Assert.Equal(isKept, isSame);
        Assert.Equal(certificate, RecentCertificates.CopyOf(certificate).ToArray());
    }

    [Fact]
    public void Several_are_kept_at_once()
    {
        // Two of them may fall on one slot, or another test may come between: not each time.
        Assert.Contains(Enumerable.Range(0, 20), static i =>
        {
            byte[] one = [1, (byte)i];
            byte[] other = [2, (byte)i];
            ReadOnlyMemory<byte> kept = RecentCertificates.CopyOf(one);
            RecentCertificates.CopyOf(other);
            return kept.Equals(RecentCertificates.CopyOf(one));
        });
    }

    [Fact]
    public void Others_on_the_same_slot_are_not_taken_for_it()
    {
        for (int i = 0; i < 1000; i++)
        {
            byte[] certificate = BitConverter.GetBytes(i);
            Assert.Equal(certificate, RecentCertificates.CopyOf(certificate).ToArray());
        }
    }

    // In one set only four could stay, and the second round would find none of them.
    [Fact]
    public void Certificates_are_spread_over_the_sets_by_their_content()
    {
        byte[][] certificates = [.. Enumerable.Range(100, 40).Select(BitConverter.GetBytes)];
        ReadOnlyMemory<byte>[] copies = [.. certificates.Select(static certificate => RecentCertificates.CopyOf(certificate))];
        int same = certificates.Where((certificate, i) => copies[i].Equals(RecentCertificates.CopyOf(certificate))).Count();
        Assert.InRange(same, 9, certificates.Length);
    }
}
