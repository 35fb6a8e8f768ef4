using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Transcript;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>
/// A client's answer to a CertificateRequest after the handshake (RFC 9846 §4.7.2). Its messages go out in one piece, over a transcript
/// that forks from the handshake's.
/// </summary>
internal sealed class PostHandshakeAnswer : IDisposable
{
    private readonly EstablishedClient _established;
    private readonly HandshakeContext _context;
    private readonly CertificateDemand _demand;
    private readonly TranscriptHash _transcript;
    private readonly WireWriter _messages = new();

    public PostHandshakeAnswer(EstablishedClient established, HandshakeContext context, CertificateDemand demand, HandshakeMessage request)
    {
        _established = established;
        _context = context;
        _demand = demand;
        _transcript = context.Transcript.Fork();
        _transcript.Append(request.Encoded.Span);
    }

    /// <summary>Finds a certificate that fits, or asks the application for one.</summary>
    public HandshakeState Begin()
    {
        ClientHandshakeOptions options = _established.Options;
        CertifiedKey? key = ClientIdentityChoice.Choose(
            options, _demand.Authorities, _demand.ChainSchemes, candidate => _demand.SchemeFor(candidate, options));
        return key is null && options.AsksForIdentity ? new AwaitPostHandshakeIdentity(this, _demand) : AnswerWith(key);
    }

    /// <summary>Answers with a certificate, or with none.</summary>
    public HandshakeState AnswerWith(CertifiedKey? key)
    {
        SignatureScheme? scheme = key is null ? null : _demand.SchemeFor(key, _established.Options);
        Add(CertificateAnswer.Certificate(_demand.Context, scheme is null ? null : key, _demand.Extensions));
        if (key is null || scheme is not { } chosen)
        {
            return Finish();
        }

        _context.Replace(_context.Parameters! with { LocalCertificates = key.Chain, ClientSignatureScheme = chosen });
        ReadOnlySpan<byte> content = SignedContent.Write(Errors.TlsSide.Client, _transcript, stackalloc byte[SignedContent.MaxLength]);
        return CertificateAnswer.TrySign(key, chosen, content) is { } verify
            ? Finish(verify)
            : new AwaitPostHandshakeSignature(this, HandshakeSignature.AskForSignature(key, chosen, content));
    }

    public HandshakeState Finish(CertificateVerify? verify = null)
    {
        if (verify is { } proof)
        {
            Add(proof);
        }

        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        _context.Transport.OweAnswer(_messages.WrittenSpan, _transcript.Peek(digest));
        Dispose();
        return _established;
    }

    /// <summary>The connection failed before the answer was complete.</summary>
    public void Abandon()
    {
        Dispose();
        _established.Dispose();
    }

    public void Dispose()
    {
        _transcript.Dispose();
        _messages.Dispose();
    }

    private void Add<T>(T body)
        where T : IHandshakeBody
    {
        int start = _messages.Length;
        HandshakeMessage.Write(_messages, body);
        ReadOnlySpan<byte> message = _messages.WrittenSpan[start..];
        _transcript.Append(message);
        _context.Observer?.OnHandshakeMessage(TlsDirection.Sent, body.Type, message);
    }
}
