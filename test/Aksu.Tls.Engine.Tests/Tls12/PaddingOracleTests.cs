using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// Records under CBC whose padding or MAC is wrong in every way: what goes over the wire afterwards is the same, byte for byte. How long it
/// takes is measured elsewhere (eng/timing).
/// </summary>
public sealed class PaddingOracleTests
{
    private const int BlockSize = 16;

    public static TheoryData<ushort, ushort> Suites => new()
    {
        { 0xc013, 0x0303 },
        { 0xc027, 0x0303 },
        { 0xc028, 0x0303 },
        { 0xc013, 0x0302 },
        { 0xc013, 0x0301 },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_fault_looks_the_same(ushort suiteValue, ushort versionValue)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        int macSize = ((CbcRecordCipher)Suite12.Resolve(suite, CryptographyProvider.Default)!.Cipher).MacKeySize;
        var seen = new Dictionary<string, string>();
        foreach ((string name, Func<Crafting, byte[]> craft) in Faults(macSize))
        {
            using var watched = Deterministic(suite, version);
            byte[] plaintext = craft(new Crafting(watched, suite, version));
            watched.Pair.Server.Take(Encrypt(watched, suite, version, plaintext));
            Shake.AssertFailed(watched.Pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
            seen.Add(name, Convert.ToHexString(watched.Pair.Server.TakeOutput()) + " " + watched.Pair.Server.Failure!.Message);
        }

        Assert.Single(seen.Values.Distinct());
        Assert.True(seen.Count > 8);
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Every_padding_that_is_right_is_taken(ushort suiteValue, ushort versionValue)
    {
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(suiteValue), new ProtocolVersion(versionValue));
        for (int length = 0; length < 40; length += 3)
        {
            for (int more = 0; more < 256 / BlockSize; more += 5)
            {
                using var watched = Deterministic(suite, version);
                var crafting = new Crafting(watched, suite, version);
                byte[] content = [.. Enumerable.Range(0, length).Select(i => (byte)i)];
                byte[] inner = [.. content, .. crafting.Mac(content)];
                int padding = BlockSize - 1 - (inner.Length % BlockSize) + (more * BlockSize);
                watched.Pair.Server.Take(Encrypt(watched, suite, version, [.. inner, .. Enumerable.Repeat((byte)padding, padding + 1)]));

                Assert.Null(watched.Pair.Server.Failure);
                Assert.Equal(content, watched.Pair.Server.ReceivedData);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_wrong_padding_under_a_right_MAC_is_a_bad_record_as_well(int what)
    {
        // Only a peer that is wrong itself can send it where the MAC is outside (RFC 7366 §3).
        (CipherSuite suite, ProtocolVersion version) = (new CipherSuite(0xc013), ProtocolVersion.Tls12);
        using Watched watched = Deterministic(suite, version, encryptThenMac: true);
        byte[] plaintext = [.. Enumerable.Repeat((byte)(BlockSize - 1), BlockSize)];
        (int at, byte value) = what switch
        {
            0 => (BlockSize - 1, (byte)BlockSize),
            1 => (0, (byte)0),
            _ => (BlockSize - 1, (byte)(BlockSize - 1)),
        };
        plaintext[at] = value;
        byte[] encrypted = Encrypt(watched, suite, version, plaintext)[WireRecord.HeaderSize..];
        byte[] record = [.. encrypted, .. new Crafting(watched, suite, version).Mac(encrypted)];
        watched.Pair.Server.Take(WireRecord.Encode(23, record, version.Value));

        if (what == 2)
        {
            // Nothing was wrong: an empty record.
            Assert.Null(watched.Pair.Server.Failure);
            return;
        }

        Shake.AssertFailed(watched.Pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    /// <summary>Plaintexts under the encryption, whole blocks each, all of them wrong.</summary>
    private static IEnumerable<(string Name, Func<Crafting, byte[]> Craft)> Faults(int macSize)
    {
        byte[] content = new byte[(4 * BlockSize) - macSize - 1 + BlockSize];
        yield return ("a bit of the MAC", c => Flip(c.Whole(content), content.Length));
        yield return ("the last bit of the MAC", c => Flip(c.Whole(content), content.Length + macSize - 1));
        yield return ("a bit of the content", c => Flip(c.Whole(content), 0));
        yield return ("a longer padding than there is room for", c => Set(c.Whole(content), ^1, 255));
        yield return ("a padding one byte longer", c => Set(c.Whole(content), ^1, 1));
        yield return ("a padding over the MAC", c => Set(c.Whole(content), ^1, (byte)(macSize + 3)));
        yield return ("a padding that leaves no content", c => Set(c.Whole(content), ^1, (byte)(content.Length + macSize)));
        yield return ("a padding over all", c => Set(c.Whole(content), ^1, (byte)(content.Length + macSize - 1)));
        yield return ("a wrong byte in a long padding", c => Flip(c.Whole(content[..^20]), content.Length - 20 + macSize));
        yield return ("a right padding and no MAC", _ => [.. new byte[(5 * BlockSize) - 16], .. Enumerable.Repeat((byte)15, 16)]);
        yield return ("a right padding of all", _ => [.. Enumerable.Repeat((byte)79, 5 * BlockSize)]);
        yield return ("nothing right", _ => new byte[5 * BlockSize]);
        yield return ("the MAC of another record", c => c.Whole(content, sequenceNumber: 7));
        yield return ("the MAC of another type", c => c.Whole(content, type: 22));
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    private static byte[] Set(byte[] bytes, Index at, byte value)
    {
        bytes[at] = value;
        return bytes;
    }

    /// <summary>The same handshake each time, so that any difference comes from the record.</summary>
    private static Watched Deterministic(CipherSuite suite, ProtocolVersion version, bool encryptThenMac = false)
    {
        var ofServer = new DeterministicCryptographyProvider("server");
        var identity = new ServerIdentity(TestIdentity.Of(KeyKind.Rsa, provider: ofServer), []);
        ClientHandshakeOptions client = Older.ClientFor(suite, version) with
        {
            Cryptography = new DeterministicCryptographyProvider("client"),
            EncryptThenMac = encryptThenMac,
        };
        return new Watched(client, Older.ServerFor(suite, version) with { Cryptography = ofServer, Identities = [identity] });
    }

    private static byte[] Encrypt(Watched watched, CipherSuite suite, ProtocolVersion version, byte[] plaintext)
    {
        Assert.Equal(0, plaintext.Length % BlockSize);
        CbcAlgorithm algorithm = CryptographyProvider.Default.FindCbcCipher(
            suite.ToString().Contains("256_CBC", StringComparison.Ordinal) ? "AES-256-CBC" : "AES-128-CBC")!;
        using CbcCipher cipher = algorithm.Create(watched.ClientKeys().Key);
        if (version == ProtocolVersion.Tls10)
        {
            // The vector is the last block of the client's Finished.
            byte[] finished = WireRecord.Split(watched.Pair.Flights.Last(flight => flight.From == Sender.Client).Bytes)[^1].Fragment;
            cipher.Encrypt(finished.AsSpan(finished.Length - BlockSize), plaintext);
            return WireRecord.Encode(23, plaintext, version.Value);
        }

        byte[] iv = new byte[BlockSize];
        cipher.Encrypt(iv, plaintext);
        return WireRecord.Encode(23, [.. iv, .. plaintext], version.Value);
    }

    private sealed class Crafting(Watched watched, CipherSuite suite, ProtocolVersion version)
    {
        public byte[] Mac(byte[] content, ulong sequenceNumber = 1, byte type = 23)
        {
            byte[] prefix = new byte[RecordPrefix.Size];
            RecordPrefix.Write(prefix, sequenceNumber, type, version, content.Length);
            byte[] key = watched.ClientKeys().MacKey;
            HashFunction hash = suite.ToString() switch
            {
                string name when name.EndsWith("SHA256", StringComparison.Ordinal) => CryptographyProvider.Default.FindHash("SHA-256")!,
                string name when name.EndsWith("SHA384", StringComparison.Ordinal) => CryptographyProvider.Default.FindHash("SHA-384")!,
                _ => CryptographyProvider.Default.FindLegacyHash("SHA-1")!,
            };
            byte[] mac = new byte[hash.Size];
            hash.Hmac(key, [.. prefix, .. content], mac);
            return mac;
        }

        public byte[] Whole(byte[] content, ulong sequenceNumber = 1, byte type = 23)
        {
            byte[] inner = [.. content, .. Mac(content, sequenceNumber, type)];
            int padding = (5 * BlockSize) - 1 - inner.Length;
            padding += padding < 0 ? BlockSize : 0;
            return [.. inner, .. Enumerable.Repeat((byte)padding, padding + 1)];
        }
    }
}
