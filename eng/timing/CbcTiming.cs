using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Timing;

/// <summary>Records under CBC with the MAC inside: does the time of a refusal tell what was wrong, or how long the padding was?</summary>
internal sealed class CbcTiming
{
    private const int BlockSize = 16;
    private const int Prepared = 512;

    private readonly byte[] _macKey = RandomNumberGenerator.GetBytes(20);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _header = [23, 3, 3, 0, 0];
    private readonly byte[] _record;
    private readonly RecordOpener _opener;
    private readonly LeakyOpener _leaky;
    private byte[][][] _inputs = [];
    private int _next;

    /// <param name="blocks">How many blocks of plaintext a record has.</param>
    public CbcTiming(int blocks)
    {
        Blocks = blocks;
        _record = new byte[BlockSize * (blocks + 1)];
        CryptographyProvider provider = CryptographyProvider.Default;
        CbcRecordCipher cipher = CbcRecordCipher.Resolve("AES-128-CBC", provider.FindLegacyHash("SHA-1"), provider)!;
        _opener = cipher.CreateOpener(
            new RecordSettings(ProtocolVersion.Tls12, EncryptThenMac: false, provider), new DirectionKeys(_macKey, _key, default));
        _leaky = new LeakyOpener(_key, _macKey);
    }

    public int Blocks { get; }

    /// <summary>Bad padding against good padding with a bad MAC: what Vaudenay's attack tells apart.</summary>
    public TimingTest BadPaddingOrBadMac() => Test("CBC, padding or MAC", ("bad padding", "padding of 1 byte, bad MAC"), 0x155, 0);

    /// <summary>The shortest against the longest padding, bad MAC: what Lucky 13 tells apart.</summary>
    public TimingTest ShortOrLongPadding() =>
        Test("CBC, length of padding", ("padding of 1 byte, bad MAC", "padding of 256 bytes, bad MAC"), 0, 255);

    /// <summary>One block of the hash more or less.</summary>
    public TimingTest NearLengths() =>
        Test("CBC, one block of the hash", ("padding of 16 bytes, bad MAC", "padding of 80 bytes, bad MAC"), 15, 79);

    /// <summary>The same through an opener that does what a careless one would: the tool has to see it.</summary>
    public TimingTest Control()
    {
        _inputs = [Records(0), Records(255)];
        return new TimingTest(
            "control: a careless opener",
            ("padding of 1 byte, bad MAC", "padding of 256 bytes, bad MAC"),
            Prepare,
            () => _leaky.TryOpen(_record));
    }

    private TimingTest Test(string name, (string, string) kinds, int first, int second)
    {
        byte[][][] inputs = [Records(first), Records(second)];
        return new TimingTest(
            $"{name}, {Blocks} blocks",
            kinds,
            kind =>
            {
                _inputs = inputs;
                Prepare(kind);
            },
            () =>
            {
                if (_opener.TryOpen(_header, _record, out _, out _, out _))
                {
                    throw new InvalidOperationException("A forged record was opened.");
                }
            });
    }

    private void Prepare(int kind)
    {
        _next = (_next + 1) % Prepared;
        _inputs[kind][_next].CopyTo(_record, 0);
    }

    /// <summary>
    /// Records with random content and MAC and a padding of this many bytes and one; over 255: with a padding that is not right.
    /// </summary>
    private byte[][] Records(int padding)
    {
        using CbcCipher cipher = CryptographyProvider.Default.FindCbcCipher("AES-128-CBC")!.Create(_key);
        var records = new byte[Prepared][];
        for (int i = 0; i < Prepared; i++)
        {
            byte[] plaintext = RandomNumberGenerator.GetBytes(BlockSize * Blocks);
            byte length = (byte)padding;
            plaintext.AsSpan(plaintext.Length - 1 - length).Fill(length);
            if (padding > 255)
            {
                plaintext[^2] ^= 0x55;
            }

            byte[] iv = RandomNumberGenerator.GetBytes(BlockSize);
            cipher.Encrypt(iv, plaintext);
            records[i] = [.. iv, .. plaintext];
        }

        return records;
    }
}
