using System.Buffers;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using CsCheck;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>Messages come out as they were written, however they are cut, and nothing of them stays behind.</summary>
public sealed class HandshakeJoinerTests
{
    [Fact]
    public void A_header_is_known_with_its_fourth_byte_and_a_message_with_its_last()
    {
        using var joiner = new HandshakeJoiner();
        byte[] message = [11, 0, 0, 2, 0xa0, 0xa1];
        for (int i = 0; i < message.Length; i++)
        {
            Assert.Equal(i == 0, joiner.IsEmpty);
            Assert.Equal(i > 0, joiner.HoldsPartialMessage);
            joiner.Append(message.AsSpan(i, 1));
            Assert.Equal(i >= 3, joiner.TryPeekHeader(out HandshakeType type, out int length));
            Assert.Equal(i >= 3 ? ((byte)11, 2) : ((byte)0, 0), (type.Value, length));
            Assert.Equal(i == 5, joiner.TryRead(out HandshakeMessage read));
            Assert.Equal(i == 5 ? message : [], read.Encoded.ToArray());
        }

        Assert.True(joiner.IsEmpty);
        Assert.False(joiner.HoldsPartialMessage);
        Assert.NotNull(joiner.RequireAligned());
    }

    [Fact]
    public void A_whole_message_that_waits_is_not_partial_and_not_aligned()
    {
        using var joiner = new HandshakeJoiner();
        joiner.Append([20, 0, 0, 0]);

        Assert.False(joiner.HoldsPartialMessage);
        Assert.False(joiner.IsEmpty);
        Assert.Equal(TlsReason.KeyChangeNotAligned, Assert.Throws<TlsException>(joiner.RequireAligned).Reason);
    }

    [Fact]
    public void Any_messages_in_any_pieces_read_at_any_time() => Gen
        .Select(Gen.Byte.Array[0, 3000].Array[1, 8], Gen.Int[1, 2000].Array[1, 30], Gen.Bool.Array[30])
        .Sample(
            (bodies, pieces, reads) =>
            {
                byte[][] messages = [.. bodies.Select((body, i) => Message((byte)(i + 1), body))];
                byte[] rest = [.. messages.SelectMany(message => message)];
                using var joiner = new HandshakeJoiner();
                var read = new List<byte[]>();
                for (int i = 0; rest.Length > 0; i++)
                {
                    int length = Math.Min(pieces[i % pieces.Length], rest.Length);
                    joiner.Append(rest.AsSpan(0, length));
                    rest = rest[length..];
                    if (reads[i % reads.Length] || rest.Length == 0)
                    {
                        while (joiner.TryRead(out HandshakeMessage message))
                        {
                            read.Add(message.Encoded.ToArray());
                        }

                        joiner.ReleaseIfEmpty();
                    }
                }

                Assert.Equal(messages, read);
                Assert.True(joiner.IsEmpty);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void Memory_that_goes_back_is_wiped()
    {
        var joiner = new HandshakeJoiner();
        joiner.Append(Message(4, [.. Enumerable.Repeat((byte)0xa7, 900)]));
        Assert.True(joiner.TryRead(out _));
        joiner.ReleaseIfEmpty();
        AssertPoolHasNothing(1024);

        joiner.Append([4, 0, 8, 0, .. Enumerable.Repeat((byte)0xa7, 900)]);
        joiner.Append([.. Enumerable.Repeat((byte)0xa7, 900)]);
        AssertPoolHasNothing(1024);
        joiner.Dispose();
        AssertPoolHasNothing(2048);
    }

    [Fact]
    public void A_message_is_valid_until_its_memory_is_released_and_wiped_then()
    {
        using var joiner = new HandshakeJoiner();
        joiner.Append([4, 0, 0, 1, 9, 4, 0, 0, 1, 8]);
        Assert.True(joiner.TryRead(out HandshakeMessage first));
        joiner.ReleaseIfEmpty();
        Assert.Equal([4, 0, 0, 1, 9], first.Encoded.ToArray());
        Assert.True(joiner.TryRead(out HandshakeMessage second));
        joiner.ReleaseIfEmpty();

        Assert.Equal(new byte[5], first.Encoded.ToArray());
        Assert.Equal(new byte[5], second.Encoded.ToArray());
        joiner.Append([4, 0, 0, 0]);
        Assert.True(joiner.TryRead(out _));
    }

    [Fact]
    public void Memory_that_became_too_small_is_wiped()
    {
        using var joiner = new HandshakeJoiner();
        joiner.Append([4, 0, 0, 1, 9, 4]);
        Assert.True(joiner.TryRead(out HandshakeMessage first));
        joiner.Append(new byte[5000]);

        Assert.Equal(new byte[5], first.Encoded.ToArray());
    }

    [Fact]
    public void What_waits_is_not_released()
    {
        using var joiner = new HandshakeJoiner();
        joiner.Append([4, 0]);
        joiner.ReleaseIfEmpty();
        joiner.Append([0, 1, 9]);

        Assert.True(joiner.TryRead(out HandshakeMessage message));
        Assert.Equal([4, 0, 0, 1, 9], message.Encoded.ToArray());
    }

    private static byte[] Message(byte type, byte[] body) =>
        [type, (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. body];

    // The pool gives a thread its own last array of a size again; others may have left something else in it.
    private static void AssertPoolHasNothing(int size)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(size);
        Assert.Equal(-1, rented.AsSpan().IndexOf([.. Enumerable.Repeat((byte)0xa7, 16)]));
        ArrayPool<byte>.Shared.Return(rented);
    }
}
