using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages.Extensions;

/// <summary>RFC 9846 §4.3.11.</summary>
public sealed class PreSharedKeyTests
{
    [Fact]
    public void Keeps_identities_and_binders_in_order()
    {
        PreSharedKeyOffer offer = PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(2, 2).Encode));

        Assert.Equal([0, 1], offer.Identities.Select(identity => (int)identity.ObfuscatedTicketAge));
        Assert.Equal([0, 1], offer.Binders.Select(binder => (int)binder.Span[0]));
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(2, 32)]
    [InlineData(1, 48)]
    [InlineData(3, 255)]
    public void BindersLength_is_what_the_partial_transcript_leaves_out(int count, int binderLength)
    {
        PreSharedKeyOffer offer = Offer(count, count, binderLength);
        var hello = new ClientHello(
            ProtocolVersion.Tls12, new byte[32], default, [CipherSuite.Aes128GcmSha256], new byte[] { 0 }, ExtensionBlock.Of(offer));
        byte[] encoded = WireCase.Encoded(hello.Encode);

        // RFC 9846 §4.3.11.2: the partial hello ends with the identities, in front of the length of the binders' list.
        ReadOnlySpan<byte> left = encoded.AsSpan(encoded.Length - offer.BindersLength);
        Assert.Equal(count * (1 + binderLength), (left[0] << 8) | left[1]);
        Assert.Equal(left.Length - 2, (left[0] << 8) | left[1]);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(64, 63)]
    public void Refuses_another_number_of_binders_than_of_identities(int identities, int binders)
    {
        byte[] body = WireCase.Encoded(Offer(identities, binders).Encode);
        Refused.With(AlertDescription.IllegalParameter, TlsReason.PskBinderCountMismatch, () => PreSharedKeyOffer.Decode(body));
    }

    [Fact]
    public void Refuses_no_identities_and_no_binders()
    {
        Refused.AsMalformed(() => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(0, 1).Encode)));
        Refused.AsMalformed(() => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(1, 0).Encode)));
    }

    [Fact]
    public void Refuses_an_empty_identity()
    {
        var offer = new PreSharedKeyOffer([new PskIdentity(new byte[8], 0), new PskIdentity(default, 0)], [new byte[32], new byte[32]]);
        Refused.AsMalformed(() => PreSharedKeyOffer.Decode(WireCase.Encoded(offer.Encode)));
    }

    [Fact]
    public void Refuses_a_binder_shorter_than_32_bytes()
    {
        Assert.Single(PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(1, 1, 32).Encode)).Binders);
        Refused.AsMalformed(() => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(1, 1, 31).Encode)));
        Refused.AsMalformed(() => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(2, 2, 31).Encode)));
    }

    [Fact]
    public void Takes_64_keys_and_refuses_65()
    {
        Assert.Equal(64, PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(64, 64).Encode)).Identities.Length);
        Refused.With(
            AlertDescription.DecodeError,
            TlsReason.TooManyEntries,
            () => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(65, 65).Encode)));
        Refused.With(
            AlertDescription.DecodeError,
            TlsReason.TooManyEntries,
            () => PreSharedKeyOffer.Decode(WireCase.Encoded(Offer(64, 65).Encode)));
    }

    private static PreSharedKeyOffer Offer(int identities, int binders, int binderLength = 32) => new(
        [.. Enumerable.Range(0, identities).Select(i => new PskIdentity(new byte[] { (byte)i, 1, 2 }, (uint)i))],
        [.. Enumerable.Range(0, binders).Select(i => (ReadOnlyMemory<byte>)Enumerable.Repeat((byte)i, binderLength).ToArray())]);
}
