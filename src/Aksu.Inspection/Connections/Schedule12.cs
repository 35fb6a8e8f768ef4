using Aksu.Cryptography;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>The key derivation of TLS 1.2 and before (RFC 5246 §6.3, §8.1), followed from outside.</summary>
internal sealed class Schedule12(
    ConnectionState state, Suite12 suite, PseudorandomFunction function, HelloRandoms randoms, ServerHello hello)
{
    /// <summary>The key log's name of the master secret (RFC 9850 §2.2).</summary>
    public const string Label = "CLIENT_RANDOM";

    private const string MasterName = "master_secret";
    private const string BlockName = "key_block";

    private readonly RecordSettings _settings = new(
        hello.LegacyVersion, suite.Cipher.HasSeparateMac && hello.Extensions.Contains(ExtensionType.EncryptThenMac), state.Provider);

    /// <summary>Whether the master secret has its place already.</summary>
    public bool HasKeys { get; private set; }

    /// <summary>After ClientKeyExchange, which is in the transcript.</summary>
    public void Exchange(StepNotes notes)
    {
        Phrase meaning = suite.KeyExchange switch
        {
            KeyExchangeMethod.Rsa => KeyTexts.PreMasterRsa,
            KeyExchangeMethod.Psk => KeyTexts.PreMasterPsk,
            _ => KeyTexts.PreMaster,
        };
        Add("pre_master_secret", [], suite.KeyExchange.ToString().ToUpperInvariant(), [], meaning, "RFC 5246 §8.1", null, notes);
        if (hello.Extensions.Contains(ExtensionType.ExtendedMainSecret))
        {
            Span<byte> hash = stackalloc byte[HashFunction.MaxSize];
            string session = Convert.ToHexStringLower(state.Transcript.Peek(hash));
            AddMaster(
                ["pre_master_secret"], [new("label", "extended master secret"), new("session_hash", session)], KeyTexts.MasterExtended,
                "RFC 7627 §4", notes);
        }
        else
        {
            AddMaster(
                ["pre_master_secret"], [new("label", "master secret"), .. Randoms(randoms.Client, randoms.Server)], KeyTexts.Master,
                "RFC 5246 §8.1", notes);
        }
    }

    /// <summary>The master secret of a session of before.</summary>
    public void Resume(StepNotes notes) => AddMaster([], [], KeyTexts.MasterResumed, "RFC 5246 §7.3", notes);

    /// <summary>What opens the records of a side; null when the master secret is not known.</summary>
    public RecordKey? KeyOf(TlsSide side)
    {
        if (state.Secret(Label) is not { Length: MasterSecret.Length } secret)
        {
            return null;
        }

        using MasterSecret master = MasterSecret.Resume(function, secret);
        using KeyBlock block = master.Expand(suite, _settings, randoms);
        return new RecordKey($"{NameOf(side)}_write_key", block.CreateOpener(side), []);
    }

    private static string NameOf(TlsSide side) => side == TlsSide.Client ? "client" : "server";

    private static KeyInput[] Randoms(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second) =>
        [new("random", Convert.ToHexStringLower(first.Span)), new("random", Convert.ToHexStringLower(second.Span))];

    private void AddMaster(string[] sources, KeyInput[] inputs, Phrase meaning, string section, StepNotes notes)
    {
        HasKeys = true;
        byte[]? secret = state.Secret(Label);
        Add(MasterName, sources, "PRF", inputs, meaning, section, secret, notes);
        byte[]? block = secret is null ? null : new byte[KeyBlock.LengthFor(suite.Cipher, _settings.Version)];
        if (block is not null)
        {
            function.Fill(secret, "key expansion", randoms.ServerFirst, block);
        }

        Add(
            BlockName, [MasterName], "PRF", [new("label", "key expansion"), .. Randoms(randoms.Server, randoms.Client)], KeyTexts.KeyBlock,
            "RFC 5246 §6.3", block, notes);
        AddPieces(block, notes);
    }

    /// <summary>MAC keys of client and server, then cipher keys, then initialization vectors.</summary>
    private void AddPieces(byte[]? block, StepNotes notes)
    {
        (string Name, int Size, Phrase Meaning)[] kinds =
        [
            ("write_MAC_key", suite.Cipher.MacKeySize, KeyTexts.MacKey),
            ("write_key", suite.Cipher.KeySize, KeyTexts.WriteKey),
            ("write_IV", suite.Cipher.FixedIvSize(_settings.Version), KeyTexts.WriteIv),
        ];
        int at = 0;
        foreach ((string name, int size, Phrase meaning) in kinds.Where(static kind => kind.Size > 0))
        {
            foreach (TlsSide side in (TlsSide[])[TlsSide.Client, TlsSide.Server])
            {
                Add(
                    $"{NameOf(side)}_{name}", [BlockName], "cut", [new("bytes", $"{at}…{at + size - 1}")], meaning, "RFC 5246 §6.3",
                    block?[at..(at + size)], notes);
                at += size;
            }
        }
    }

    private void Add(
        string name, string[] sources, string how, KeyInput[] inputs, Phrase meaning, string section, byte[]? value, StepNotes notes)
    {
        state.Keys.Add(new KeyStep(name, sources, how, inputs, meaning, section, notes.Number, state.Shown(value)));
        notes.Derived.Add(name);
    }
}
