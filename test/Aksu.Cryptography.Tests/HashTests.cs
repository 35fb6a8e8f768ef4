using System.Security.Cryptography;
using System.Text;

namespace Aksu.Cryptography.Tests;

public class HashTests
{
    public static TheoryData<string, string> All => Providers.With(
        provider => provider.Hashes.Concat(provider.LegacyHashes).Select(hash => hash.Name));

    public static TheoryData<string, string, string, string> Vectors
    {
        get
        {
            // FIPS 180-4 examples and RFC 1321 §A.5.
            (string Name, string Text, string Digest)[] vectors =
            [
                ("SHA-256", "", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"),
                ("SHA-256", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
                ("SHA-256", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                    "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1"),
                ("SHA-384", "abc",
                    "CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7"),
                ("SHA-512", "abc",
                    "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E"
                    + "2A9AC94FA54CA49F"),
                ("SHA-1", "abc", "A9993E364706816ABA3E25717850C26C9CD0D89D"),
                ("MD5", "abc", "900150983CD24FB0D6963F7D28E17F72"),
            ];
            var data = new TheoryData<string, string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(vectors, vector => data.Add(provider, vector.Name, vector.Text, vector.Digest));
            }
            return data;
        }
    }

    // RFC 4231 §4.2, 4.3, 4.7 and 4.8.
    public static TheoryData<string, string, string, string, string> HmacVectors
    {
        get
        {
            string largerThanBlock = Convert.ToHexString("Test Using Larger Than Block-Size Key - Hash Key First"u8);
            (string Name, string Key, string Text, string Code)[] vectors =
            [
                ("SHA-256", Repeat("0b", 20), Convert.ToHexString("Hi There"u8),
                    "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7"),
                ("SHA-384", Repeat("0b", 20), Convert.ToHexString("Hi There"u8),
                    "AFD03944D84895626B0825F4AB46907F15F9DADBE4101EC682AA034C7CEBC59CFAEA9EA9076EDE7F4AF152E8B2FA9CB6"),
                ("SHA-512", Repeat("0b", 20), Convert.ToHexString("Hi There"u8),
                    "87AA7CDEA5EF619D4FF0B4241A1D6CB02379F4E2CE4EC2787AD0B30545E17CDEDAA833B7D6B8A702038B274EAEA3F4E4BE9D914EEB61F170"
                    + "2E696C203A126854"),
                ("SHA-256", Convert.ToHexString("Jefe"u8), Convert.ToHexString("what do ya want for nothing?"u8),
                    "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"),
                ("SHA-256", Repeat("aa", 131), largerThanBlock, "60E431591EE0B67F0D8A26AACBF5B77F8E0BC6213728C5140546040F0EE37F54"),
                ("SHA-384", Repeat("aa", 131), largerThanBlock,
                    "4ECE084485813E9088D2C63A041BC5B44F9EF1012A2B588F3CD11F05033AC4C60C2EF6AB4030FE8296248DF163F44952"),
                ("SHA-512", Repeat("aa", 131), largerThanBlock,
                    "80B24263C7C1A3EBB71493C1DD7BE8B49B46D1F41B4AEEC1121B013783F8F3526B56D037E05F2598BD0FD2215D6A1E5295E64F73F63F0AEC"
                    + "8B915A985D786598"),
            ];
            var data = new TheoryData<string, string, string, string, string>();
            foreach (string provider in Providers.AllNames)
            {
                Array.ForEach(vectors, vector => data.Add(provider, vector.Name, vector.Key, vector.Text, vector.Code));
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Digests_are_the_published_ones(string provider, string name, string text, string digest)
    {
        HashFunction hash = Find(provider, name);
        byte[] result = new byte[hash.Size];
        hash.Hash(Encoding.ASCII.GetBytes(text), result);
        Assert.Equal(digest, Convert.ToHexString(result));
    }

    [Theory]
    [MemberData(nameof(HmacVectors))]
    public void Codes_are_the_published_ones(string provider, string name, string key, string text, string code)
    {
        HashFunction hash = Find(provider, name);
        byte[] result = new byte[hash.Size];
        hash.Hmac(Convert.FromHexString(key), Convert.FromHexString(text), result);
        Assert.Equal(code, Convert.ToHexString(result));
        using Hmac hmac = hash.StartHmac(Convert.FromHexString(key));
        for (int round = 0; round < 3; round++)
        {
            Array.Clear(result);
            foreach (byte part in Convert.FromHexString(text))
            {
                hmac.Append([part]);
            }
            hmac.Finish(result);
            Assert.Equal(code, Convert.ToHexString(result));
            Array.Clear(result);
            hmac.Compute(Convert.FromHexString(text), result);
            Assert.Equal(code, Convert.ToHexString(result));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Codes_of_messages_of_every_length_are_the_platforms(string provider, string name)
    {
        const int LongestMessage = 400; // beyond three blocks of any function
        HashFunction hash = Find(provider, name);
        var platform = new HashAlgorithmName(name == "MD5" ? name : name.Replace("-", "", StringComparison.Ordinal));
        byte[] message = RandomNumberGenerator.GetBytes(LongestMessage);
        foreach (int keyLength in (int[])[0, 1, hash.Size, 64, 65, 128, 129])
        {
            byte[] key = RandomNumberGenerator.GetBytes(keyLength);
            using var expected = IncrementalHash.CreateHMAC(platform, key);
            using Hmac hmac = hash.StartHmac(key);
            byte[] code = new byte[hash.Size + 1];
            for (int length = 0; length <= LongestMessage; length++)
            {
                expected.AppendData(message.AsSpan(0, length));
                byte[] right = [.. expected.GetHashAndReset(), 0];
                hmac.Compute(message.AsSpan(0, length), code);
                Assert.Equal(right, code);
                Array.Clear(code);
                hash.Hmac(key, message.AsSpan(0, length), code);
                Assert.Equal(right, code);
                Array.Clear(code);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_code_may_be_written_over_its_message(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] text = RandomNumberGenerator.GetBytes(300);
        byte[] expected = new byte[hash.Size];
        using Hmac hmac = hash.StartHmac([1, 2, 3]);
        for (int length = hash.Size; length <= text.Length - hash.Size; length++)
        {
            foreach (int at in (int[])[0, 1, length - hash.Size, length - 1, length])
            {
                hmac.Compute(text.AsSpan(0, length), expected);
                byte[] memory = [.. text];
                hmac.Compute(memory.AsSpan(0, length), memory.AsSpan(at));
                Assert.Equal(expected, memory.AsSpan(at, hash.Size).ToArray());
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_whole_message_does_not_go_into_one_that_was_begun(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] expected = new byte[hash.Size];
        byte[] code = new byte[hash.Size];
        using Hmac hmac = hash.StartHmac([1]);
        hmac.Append([7]);
        Assert.Throws<InvalidOperationException>(() => hmac.Compute([8], code));
        hmac.Finish(code);
        hash.Hmac([1], [7], expected);
        Assert.Equal(expected, code);

        // One that could not be written leaves nothing behind.
        Assert.ThrowsAny<ArgumentException>(() => hmac.Compute([9], new byte[hash.Size - 1]));
        hmac.Compute([8], code);
        hash.Hmac([1], [8], expected);
        Assert.Equal(expected, code);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_running_hash_shows_at_every_length_what_one_call_gives(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] text = RandomNumberGenerator.GetBytes(700);
        byte[] expected = new byte[hash.Size];
        byte[] actual = new byte[hash.Size];
        using RunningHash running = hash.Start();
        Assert.Equal(hash.Size, running.Size);
        for (int length = 0; length <= text.Length; length++)
        {
            hash.Hash(text.AsSpan(0, length), expected);
            running.Peek(actual);
            Assert.Equal(expected, actual);
            using RunningHash fork = running.Fork();
            fork.Peek(actual);
            Assert.Equal(expected, actual);
            fork.Append([1, 2, 3]);
            if (length < text.Length)
            {
                running.Append(text.AsSpan(length, 1));
            }
        }
        running.Append([]);
        running.Peek(actual);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Large_inputs_in_uneven_pieces_give_the_same(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] text = RandomNumberGenerator.GetBytes(100_000);
        byte[] expected = new byte[hash.Size];
        byte[] actual = new byte[hash.Size];
        hash.Hash(text, expected);
        using RunningHash running = hash.Start();
        for (int start = 0, piece = 1; start < text.Length; start += piece, piece = (piece * 7 % 3001) + 1)
        {
            running.Append(text.AsSpan(start, Math.Min(piece, text.Length - start)));
        }
        running.Peek(actual);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_digest_of_nothing_is_that_of_no_bytes_the_first_time_and_later(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] expected = new byte[hash.Size];
        hash.Hash([], expected);
        Assert.Equal(expected, hash.DigestOfNothing.ToArray());
        Assert.Equal(expected, hash.DigestOfNothing.ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_short_destination_is_the_callers_fault(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        byte[] tooShort = new byte[hash.Size - 1];
        using RunningHash running = hash.Start();
        using Hmac hmac = hash.StartHmac([1]);
        Assert.ThrowsAny<ArgumentException>(() => hash.Hash([], tooShort));
        Assert.ThrowsAny<ArgumentException>(() => hash.Hmac([], [], tooShort));
        Assert.ThrowsAny<ArgumentException>(() => running.Peek(tooShort));
        Assert.ThrowsAny<ArgumentException>(() => hmac.Finish(tooShort));
        Assert.ThrowsAny<ArgumentException>(() => hmac.Compute([], tooShort));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Disposed_objects_are_refused(string provider, string name)
    {
        HashFunction hash = Find(provider, name);
        RunningHash running = hash.Start();
        Hmac hmac = hash.StartHmac([1]);
        running.Dispose();
        hmac.Dispose();
        byte[] digest = new byte[hash.Size];
        Assert.Throws<ObjectDisposedException>(() => running.Append([1]));
        Assert.Throws<ObjectDisposedException>(() => running.Peek(digest));
        Assert.Throws<ObjectDisposedException>(() => hmac.Append([1]));
        Assert.Throws<ObjectDisposedException>(() => hmac.Finish(digest));
        Assert.Throws<ObjectDisposedException>(() => hmac.Compute([1], digest));
    }

    private static HashFunction Find(string provider, string name) =>
        Providers.Get(provider).FindHash(name) ?? Providers.Get(provider).FindLegacyHash(name)!;

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
