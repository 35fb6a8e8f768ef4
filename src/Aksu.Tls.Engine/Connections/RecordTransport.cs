using System.Buffers;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Connections;

/// <summary>
/// Handshake output over TLS records. During the handshake messages go straight to the output; afterwards they are owed to the sending
/// half, for the receiving thread must not use it.
/// </summary>
internal sealed class RecordTransport(ReceiveHalf receive, SendHalf send) : HandshakeTransport
{
    private IBufferWriter<byte>? _output;

    public void Attach(IBufferWriter<byte> output) => _output = output;

    public void Detach() => _output = null;

    public override void Use(HandshakeOptions options)
    {
        receive.Use(options);
        send.Use(options);
    }

    public override void WriteHandshake(ReadOnlySpan<byte> message)
    {
        if (_output is { } output)
        {
            send.Writer.Write(ContentType.Handshake, message, output);
        }
        else
        {
            send.OweHandshake(message);
        }
    }

    public override void WriteChangeCipherSpec() => send.WriteChangeCipherSpec(Output);

    public override void PromiseChangeCipherSpec() => send.OwesChangeCipherSpec = true;

    public override void SetWriteSecret(TrafficSecret secret) => send.SetSecret(secret);

    public override void SetReadSecret(TrafficSecret secret, Aligned proof) => receive.SetSecret(secret, proof);

    public override void SetWriteProtection(RecordSealer sealer) => send.SetSealer(sealer);

    public override void SetReadProtection(RecordOpener opener, Aligned proof) => receive.SetOpener(opener, proof);

    public override Aligned RequireAligned() => receive.RequireAligned();

    public override bool HasIgnoredChangeCipherSpec => receive.HasIgnoredChangeCipherSpec;

    public override void UseRecordVersion(ProtocolVersion version) => send.Writer.LegacyVersion = version;

    public override void LimitSentContent(int maxContent) => send.Writer.LimitContent(maxContent);

    public override void LimitReceivedInner(int maxInner) => receive.Reader.MaxInnerLength = maxInner;

    public override void SkipEarlyData(EarlyDataSkipping mode) => receive.Reader.EarlyDataSkipping = mode;

    public override void AllowPlaintextAlert() => receive.Reader.AllowsPlaintextAlert = true;

    public override void ReceiveKeyUpdate(Aligned proof, bool answer)
    {
        receive.UpdateKey(proof);
        send.PeerChangedKey();
        if (answer)
        {
            send.OweKeyUpdate();
        }
    }

    public override int CountWithoutData() => receive.CountWithoutData();

    public override TrafficSecret ReadSecret => receive.Secret;

    public override void OweAnswer(ReadOnlySpan<byte> messages, ReadOnlySpan<byte> transcriptHash) =>
        send.OweAnswer(messages, transcriptHash);

    public override void OweWarning(AlertDescription alert) => send.OweWarning(alert);

    private IBufferWriter<byte> Output => _output ?? throw new InvalidOperationException("The handshake is over.");
}
