using System.Buffers.Binary;
using Aksu.Cryptography;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>Reads along in a handshake of TLS 1.2 and before (RFC 5246 §7.3).</summary>
internal sealed class Tls12Follower : Follower
{
    private readonly Suite12 _suite;
    private readonly Schedule12 _schedule;
    private readonly PseudorandomFunction _function;
    private readonly HelloRandoms _randoms;
    private readonly HashSet<TlsSide> _finished = [];

    private Tls12Follower(ConnectionState state, Suite12 suite, PseudorandomFunction function, ServerHello hello, ClientHello client)
        : base(state)
    {
        _suite = suite;
        _function = function;
        _randoms = new HelloRandoms(client.Random, hello.Random);
        _schedule = new Schedule12(state, suite, function, _randoms, hello);
    }

    /// <summary>Begins with the ServerHello, which is not in the transcript yet; null when its suite is not known here.</summary>
    public static Tls12Follower? Begin(ConnectionState state, ServerHello hello, ReadOnlySpan<byte> message, Field content, StepNotes notes)
    {
        if (state.ClientHello is not { } client || Suite12.Resolve(hello.CipherSuite, state.Provider) is not { } suite
            || PseudorandomFunction.For(hello.LegacyVersion, suite, state.Provider) is not { } function)
        {
            return null;
        }

        state.KeyExchange = suite.KeyExchange;
        state.Transcript.Select(function.TranscriptHash, keepsMessages: true);
        state.Transcript.Append(message);
        bool isForward = suite.UsesCurve || suite.UsesFiniteField;
        notes.Note(isForward ? FindingTexts.ForwardSecrecy : FindingTexts.NoForwardSecrecy, "RFC 9325 §4.1");
        var follower = new Tls12Follower(state, suite, function, hello, client);
        follower.TakeProtocol(content);
        return follower;
    }

    public override void Take(HandshakeType type, TlsSide sender, byte[] message, Field content, StepNotes notes)
    {
        if (_finished.Count == 2 || type == HandshakeType.HelloRequest)
        {
            return;
        }

        if (type == HandshakeType.Certificate)
        {
            TakeCertificates(sender, content, message, "ASN.1Cert", notes);
        }
        else if (type == HandshakeType.ServerKeyExchange)
        {
            TakeServerKeyExchange(message, content, notes);
        }
        else if (type == HandshakeType.CertificateVerify && content.Find("signature") is { } signature)
        {
            CheckSignature(
                sender, SchemeOf(sender, content, message), State.Transcript.Messages.Span, Inside(signature, message), notes,
                "RFC 5246 §7.4.8");
        }
        else if (type == HandshakeType.Finished)
        {
            CheckFinished(sender, message, notes);
        }

        State.Transcript.Append(message);
        if (type == HandshakeType.ClientKeyExchange)
        {
            _schedule.Exchange(notes);
        }
    }

    public override void TakeChangeCipherSpec(TlsSide sender, StepNotes notes)
    {
        if (_finished.Count == 0 && !_schedule.HasKeys)
        {
            _schedule.Resume(notes);
            State.Agreed = State.Agreed with { IsResumed = true };
        }

        State.KeysOf(sender).Change(_schedule.KeyOf(sender));
    }

    private void TakeServerKeyExchange(byte[] message, Field content, StepNotes notes)
    {
        if (content.Find("namedcurve") is { } curve)
        {
            State.Agreed = State.Agreed with { Group = new NamedGroup(Number(curve, message)).ToString() };
        }
        else if (content.Find("dh_p") is { } prime)
        {
            State.Agreed = State.Agreed with { Group = $"DH {8 * (prime.Length - 2)} bits" };
        }

        if (!_suite.IsSigned || content.Find("signature") is not { } signature)
        {
            return;
        }

        int end = (content.Find("algorithm") ?? signature).Offset;
        byte[] signed = SignedParameters.For(_randoms, message.AsSpan(HandshakeMessage.HeaderLength, end - HandshakeMessage.HeaderLength));
        SignatureScheme scheme = SchemeOf(TlsSide.Server, content, message);
        State.Agreed = State.Agreed with { SignatureScheme = scheme.ToString() };
        CheckSignature(TlsSide.Server, scheme, signed, Inside(signature, message), notes, "RFC 5246 §7.4.3");
    }

    private static ReadOnlySpan<byte> Inside(Field vector, byte[] message) =>
        vector.Find("content") is { } content ? message.AsSpan(content.Offset, content.Length) : [];

    private static ushort Number(Field field, byte[] message) => BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(field.Offset));

    /// <summary>What the message says since TLS 1.2; before, the kind of key decides.</summary>
    private SignatureScheme SchemeOf(TlsSide signer, Field content, byte[] message)
    {
        if (content.Find("algorithm") is { } algorithm)
        {
            return new SignatureScheme(Number(algorithm, message));
        }

        if (!State.TryImportKey(signer, out VerificationKey? key))
        {
            return default;
        }

        using (key)
        {
            return SchemeRules.LegacyOf(key.Kind) ?? default;
        }
    }

    private void CheckFinished(TlsSide sender, byte[] message, StepNotes notes)
    {
        _finished.Add(sender);
        State.Agreed = State.Agreed with { IsComplete = _finished.Count == 2 };
        if (State.Secret(Schedule12.Label) is not { } secret)
        {
            return;
        }

        using MasterSecret master = MasterSecret.Resume(_function, secret);
        Span<byte> hash = stackalloc byte[HashFunction.MaxSize];
        Span<byte> expected = stackalloc byte[MasterSecret.FinishedLength];
        expected = master.ComputeFinished(sender, State.Transcript.Peek(hash), expected);
        notes.Check(
            expected.SequenceEqual(message.AsSpan(HandshakeMessage.HeaderLength)),
            FindingTexts.FinishedGood,
            FindingTexts.FinishedBad,
            "RFC 5246 §7.4.9");
    }
}
