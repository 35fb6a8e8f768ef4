using System.Globalization;
using Aksu.Cryptography;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>
/// The key schedule of TLS 1.3 (RFC 9846 §7.1) as far as it can be followed from outside: every rung with what goes in, and the record keys
/// of
/// the traffic secrets that a key log has.
/// </summary>
internal sealed class Schedule13(ConnectionState state, Suite13 suite)
{
    /// <summary>The key log's name of the secret of early data.</summary>
    public const string EarlyLabel = "CLIENT_EARLY_TRAFFIC_SECRET";

    private const string Section = "RFC 9846 §7.1";
    private const string HandshakeSecret = "Handshake Secret";
    private const string MainSecret = "Main Secret";
    private const string ResumptionSecret = "resumption_secret";
    private const int IvSize = 12;

    private readonly Dictionary<TlsSide, (byte[]? Secret, int Generation)> _traffic = [];

    /// <summary>The key log's name of a side's handshake traffic secret (RFC 9850 §2.1).</summary>
    public static string HandshakeLabel(TlsSide side) =>
        side == TlsSide.Client ? "CLIENT_HANDSHAKE_TRAFFIC_SECRET" : "SERVER_HANDSHAKE_TRAFFIC_SECRET";

    /// <summary>The keys of early data, as soon as the client has said hello.</summary>
    public static void AfterClientHello(ConnectionState state, Suite13 early, StepNotes notes)
    {
        if (state.Secret(EarlyLabel) is { } secret)
        {
            var schedule = new Schedule13(state, early);
            schedule.Add("client_early_traffic_secret", ["Early Secret"], "c e traffic", [], KeyTexts.Early, secret, notes);
            state.KeysOf(TlsSide.Client).Announce(schedule.KeyOf("client_early_traffic_secret", secret, notes));
        }
    }

    public void AfterServerHello(bool usesKey, NamedGroup? group, StepNotes notes)
    {
        AddStep(
            "Early Secret", [], "HKDF-Extract", [new("PSK", usesKey ? "…" : "0")], usesKey ? KeyTexts.EarlyFromKey : KeyTexts.EarlyFromZero,
            notes);
        if (group is { } known)
        {
            AddStep("(EC)DHE shared secret", [], known.ToString(), [], KeyTexts.Shared, notes, "RFC 9846 §7.4");
            AddStep(HandshakeSecret, ["Early Secret", "(EC)DHE shared secret"], "HKDF-Extract", [], KeyTexts.Handshake, notes);
        }
        else
        {
            AddStep(HandshakeSecret, ["Early Secret"], "HKDF-Extract", [new("(EC)DHE", "0")], KeyTexts.Handshake, notes);
        }

        KeyInput[] transcript = [Transcript("ClientHello … ServerHello")];
        foreach (TlsSide side in (ReadOnlySpan<TlsSide>)[TlsSide.Client, TlsSide.Server])
        {
            string name = $"{NameOf(side)}_handshake_traffic_secret";
            byte[]? secret = state.Secret(HandshakeLabel(side));
            Add(
                name, [HandshakeSecret], side == TlsSide.Client ? "c hs traffic" : "s hs traffic", transcript,
                KeyTexts.HandshakeTraffic(side), secret, notes);
            state.KeysOf(side).Announce(KeyOf(name, secret, notes));
            if (secret is null && state.Secret(ApplicationLabel(side)) is { } later)
            {
                // Nobody can tell where the handshake ends; the first record that opens does.
                state.KeysOf(side).Announce(KeyOf($"{NameOf(side)}_application_traffic_secret_0", later, notes));
                _traffic[side] = (later, 0);
            }
        }
    }

    public void AfterFinished(TlsSide sender, StepNotes notes)
    {
        if (sender == TlsSide.Server)
        {
            AddStep(MainSecret, [HandshakeSecret], "HKDF-Extract", [new("input", "0")], KeyTexts.Main, notes);
            KeyInput[] transcript = [Transcript("ClientHello … server Finished")];
            foreach (TlsSide side in (ReadOnlySpan<TlsSide>)[TlsSide.Client, TlsSide.Server])
            {
                byte[]? secret = state.Secret(ApplicationLabel(side));
                _traffic[side] = (secret, 0);
                Add(
                    TrafficName(side), [MainSecret], side == TlsSide.Client ? "c ap traffic" : "s ap traffic", transcript,
                    KeyTexts.ApplicationTraffic(side), secret, notes);
            }

            Add("exporter_secret", [MainSecret], "exp master", transcript, KeyTexts.Exporter, state.Secret("EXPORTER_SECRET"), notes);
            state.KeysOf(sender).Change(KeyOf(TrafficName(sender), _traffic[sender].Secret, notes));
        }
        else
        {
            Add(
                ResumptionSecret, [MainSecret], "res master", [Transcript("ClientHello … client Finished")], KeyTexts.Resumption, null,
                notes);
            bool isKnown = _traffic.TryGetValue(sender, out (byte[]? Secret, int Generation) traffic);
            state.KeysOf(sender).Change(isKnown ? KeyOf(TrafficName(sender), traffic.Secret, notes) : null);
        }
    }

    /// <summary>The next generation of a side's traffic secret (RFC 9846 §7.2).</summary>
    public void Update(TlsSide side, StepNotes notes)
    {
        if (!_traffic.TryGetValue(side, out (byte[]? Secret, int Generation) traffic))
        {
            return;
        }

        string before = TrafficName(side);
        byte[]? next = traffic.Secret is null ? null : Expand(traffic.Secret, "traffic upd"u8, suite.Hash.Size);
        _traffic[side] = (next, traffic.Generation + 1);
        Add(TrafficName(side), [before], "traffic upd", [], KeyTexts.Update, next, notes);
        state.KeysOf(side).Change(KeyOf(TrafficName(side), next, notes));
    }

    /// <summary>The key that a ticket stands for (RFC 9846 §4.7.1).</summary>
    public void AfterTicket(Field content, byte[] message, StepNotes notes)
    {
        if (content.Find("ticket_nonce")?.Find("content") is { } nonce)
        {
            string value = Convert.ToHexStringLower(message.AsSpan(nonce.Offset, nonce.Length));
            string name = string.Create(
                CultureInfo.InvariantCulture,
                $"PSK {state.Keys.Count(static key => key.Name.StartsWith("PSK ", StringComparison.Ordinal)) + 1}");
            Add(name, [ResumptionSecret], "resumption", [new("ticket_nonce", value)], KeyTexts.Ticket, null, notes, "RFC 9846 §4.7.1");
        }
    }

    private static string ApplicationLabel(TlsSide side) => side == TlsSide.Client ? "CLIENT_TRAFFIC_SECRET_0" : "SERVER_TRAFFIC_SECRET_0";

    private static string NameOf(TlsSide side) => side == TlsSide.Client ? "client" : "server";

    private string TrafficName(TlsSide side) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(side)}_application_traffic_secret_{_traffic[side].Generation}");

    /// <summary>The record key and vector of a traffic secret (RFC 9846 §7.3).</summary>
    private RecordKey? KeyOf(string name, byte[]? secret, StepNotes notes)
    {
        if (secret is null || secret.Length != suite.Hash.Size)
        {
            return null;
        }

        byte[] key = Expand(secret, "key"u8, suite.Aead.KeySize);
        byte[] iv = Expand(secret, "iv"u8, IvSize);
        string from = name.Replace("_traffic_secret", "", StringComparison.Ordinal);
        Add($"{from} write_key", [name], "key", [], KeyTexts.WriteKey, key, notes, "RFC 9846 §7.3");
        Add($"{from} write_iv", [name], "iv", [], KeyTexts.WriteIv, iv, notes, "RFC 9846 §7.3");
        return new RecordKey(name, suite.CreateOpener(key, iv), state.ShowSecrets ? iv : []);
    }

    private byte[] Expand(byte[] secret, ReadOnlySpan<byte> label, int length)
    {
        byte[] output = new byte[length];
        HkdfLabel.Expand(suite.Hash, secret, label, [], output);
        return output;
    }

    private KeyInput Transcript(string messages)
    {
        Span<byte> hash = stackalloc byte[HashFunction.MaxSize];
        return new KeyInput($"Transcript-Hash({messages})", Convert.ToHexStringLower(state.Transcript.Peek(hash)));
    }

    private void Add(
        string name,
        string[] sources,
        string label,
        KeyInput[] inputs,
        Phrase meaning,
        byte[]? value,
        StepNotes notes,
        string section = Section)
    {
        state.Keys.Add(new KeyStep(
            name,
            sources,
            "HKDF-Expand-Label",
            [new KeyInput("label", $"tls13 {label}"), .. inputs],
            meaning,
            section,
            notes.Number,
            state.Shown(value)));
        notes.Derived.Add(name);
    }

    private void AddStep(
        string name, string[] sources, string function, KeyInput[] inputs, Phrase meaning, StepNotes notes, string section = Section)
    {
        state.Keys.Add(new KeyStep(name, sources, function, inputs, meaning, section, notes.Number, null));
        notes.Derived.Add(name);
    }
}
