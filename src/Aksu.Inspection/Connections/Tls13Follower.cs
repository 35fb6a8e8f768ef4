using Aksu.Cryptography;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>
/// Reads along in a handshake of TLS 1.3: checks signatures and Finished again, and follows the keys (RFC 9846 §2, §7.1).
/// </summary>
internal sealed class Tls13Follower(ConnectionState state, Suite13 suite) : Follower(state)
{
    private readonly Schedule13 _schedule = new(state, suite);
    private readonly HashSet<TlsSide> _finished = [];

    /// <summary>Takes the ServerHello, which is not in the transcript yet.</summary>
    public void Begin(ServerHello hello, ReadOnlySpan<byte> message, StepNotes notes)
    {
        bool usesKey = hello.Extensions.Contains(ExtensionType.PreSharedKey);
        NamedGroup? group = hello.Extensions.TryFind(ExtensionType.KeyShare, out ReadOnlyMemory<byte> body)
            ? KeyShareChoice.Decode(body).Entry.Group
            : null;
        State.Transcript.Select(suite.Hash);
        State.Transcript.Append(message);
        State.Agreed = State.Agreed with { Group = group?.ToString(), IsResumed = usesKey };
        _schedule.AfterServerHello(usesKey, group, notes);
        TellSecrecy(group, notes);
    }

    public override void Take(HandshakeType type, TlsSide sender, byte[] message, Field content, StepNotes notes)
    {
        if (type == HandshakeType.KeyUpdate)
        {
            _schedule.Update(sender, notes);
            return;
        }

        if (type == HandshakeType.NewSessionTicket)
        {
            _schedule.AfterTicket(content, message, notes);
            return;
        }

        if (_finished.Count == 2)
        {
            return;
        }

        if (type == HandshakeType.Certificate)
        {
            TakeCertificates(sender, content, message, "cert_data", notes);
        }
        else if (type == HandshakeType.CertificateVerify)
        {
            CheckSignature(sender, message, notes);
        }
        else if (type == HandshakeType.Finished)
        {
            CheckFinished(sender, message, notes);
        }
        else if (type == HandshakeType.EncryptedExtensions)
        {
            TakeProtocol(content);
        }

        State.Transcript.Append(message);
        if (type == HandshakeType.Finished)
        {
            _finished.Add(sender);
            _schedule.AfterFinished(sender, notes);
            State.Agreed = State.Agreed with { IsComplete = _finished.Count == 2 };
        }
    }

    private static void TellSecrecy(NamedGroup? group, StepNotes notes)
    {
        if (group is null)
        {
            notes.Note(FindingTexts.NoForwardSecrecy, "RFC 9846 §2.2");
            return;
        }

        notes.Note(FindingTexts.ForwardSecrecy, "RFC 9846 §E.1");
        if (group == NamedGroup.X25519MlKem768)
        {
            notes.Note(FindingTexts.PostQuantum, "RFC 10024");
        }
    }

    private void CheckSignature(TlsSide sender, byte[] message, StepNotes notes)
    {
        var verify = CertificateVerify.Decode(message.AsMemory(HandshakeMessage.HeaderLength));
        byte[] content = new byte[SignedContent.MaxLength];
        int length = SignedContent.Write(sender, State.Transcript, content).Length;
        if (sender == TlsSide.Server)
        {
            State.Agreed = State.Agreed with { SignatureScheme = verify.Scheme.ToString() };
        }

        CheckSignature(sender, verify.Scheme, content.AsSpan(0, length), verify.Signature.Span, notes, "RFC 9846 §4.5.2");
    }

    private void CheckFinished(TlsSide sender, byte[] message, StepNotes notes)
    {
        if (State.Secret(Schedule13.HandshakeLabel(sender)) is not { } secret)
        {
            return;
        }

        Span<byte> hash = stackalloc byte[HashFunction.MaxSize];
        Span<byte> expected = stackalloc byte[HashFunction.MaxSize];
        expected = FinishedMac.Compute(suite.Hash, secret, State.Transcript.Peek(hash), expected);
        notes.Check(
            expected.SequenceEqual(message.AsSpan(HandshakeMessage.HeaderLength)),
            FindingTexts.FinishedGood,
            FindingTexts.FinishedBad,
            "RFC 9846 §4.5.3");
    }
}
