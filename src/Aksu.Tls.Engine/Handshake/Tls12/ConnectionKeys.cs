using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.KeySchedule.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// The master secret and the keys of a TLS 1.2 connection, from ClientKeyExchange (or the hellos of a resumed session) until both sides
/// have changed over to them and sent Finished.
/// </summary>
internal sealed class ConnectionKeys : IDisposable
{
    private readonly Agreement _agreement;
    private readonly MasterSecret _master;
    private readonly KeyBlock _block;
    private byte[]? _firstFinished;

    private ConnectionKeys(HandshakeContext context, Agreement agreement, MasterSecret master)
    {
        _agreement = agreement;
        _master = master;
        try
        {
            _block = master.Expand(agreement.Suite, agreement.SettingsFor(context.Cryptography), agreement.Randoms);
            context.LogSecret("CLIENT_RANDOM", agreement.Randoms.Client.Span, master.Span);
            context.Report(HandshakeEvent.KeysDerived);
        }
        catch
        {
            // Nobody holds this object yet.
            master.Dispose();
            _block?.Dispose();
            throw;
        }
    }

    /// <summary>From a fresh key exchange; the transcript ends with ClientKeyExchange (RFC 7627 §4).</summary>
    public static ConnectionKeys Derive(HandshakeContext context, Agreement agreement, Secret preMasterSecret)
    {
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        MasterSecret master = agreement.ExtendedMainSecret
            ? MasterSecret.DeriveExtended(agreement.Function, preMasterSecret, context.Transcript.Peek(digest))
            : MasterSecret.Derive(agreement.Function, preMasterSecret, agreement.Randoms);
        return new ConnectionKeys(context, agreement, master);
    }

    /// <summary>From a session that is resumed.</summary>
    public static ConnectionKeys Resume(HandshakeContext context, Agreement agreement, ReadOnlySpan<byte> secret) =>
        new(context, agreement, MasterSecret.Resume(agreement.Function, secret));

    /// <summary>A copy of the master secret for a session that is stored; the caller owns it.</summary>
    public Secret CopySecret() => _master.Copy();

    /// <summary>Sends change_cipher_spec, protects what follows, and sends Finished (RFC 5246 §7.1, §7.4.9).</summary>
    public void SendFinished(HandshakeContext context)
    {
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        byte[] verifyData = new byte[MasterSecret.FinishedLength];
        _master.ComputeFinished(context.Side, context.Transcript.Peek(digest), verifyData);
        _firstFinished ??= verifyData;
        context.SendChangeCipherSpec();
        context.SetWriteProtection(_block.CreateSealer(context.Side), _agreement.Suite.Suite);
        context.SendFinished(verifyData);
    }

    /// <summary>The peer said change_cipher_spec: what follows is protected.</summary>
    public void ProtectReceiving(HandshakeContext context, Aligned proof) =>
        context.SetReadProtection(_block.CreateOpener(Peer(context)), _agreement.Suite.Suite, proof);

    /// <summary>Checks the peer's Finished over the transcript before it, and adds it.</summary>
    public FinishedVerified TakeFinished(HandshakeContext context, HandshakeMessage message)
    {
        Finished finished = Finished.Decode(message.Body, MasterSecret.FinishedLength);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        var verified = FinishedVerified.Check(_master, Peer(context), context.Transcript.Peek(digest), finished.VerifyData.Span);
        _firstFinished ??= finished.VerifyData.ToArray();
        context.AddToTranscript(message);
        context.Report(HandshakeEvent.PeerFinishedVerified);
        return verified;
    }

    /// <summary>The exporter of the connection; these keys are used up.</summary>
    public Exporter12 IntoExporter()
    {
        _block.Dispose();
        return new Exporter12(_master, _agreement, _firstFinished ?? throw new InvalidOperationException("No Finished has passed."));
    }

    public void Dispose()
    {
        _master.Dispose();
        _block.Dispose();
    }

    private static TlsSide Peer(HandshakeContext context) => context.Side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;
}
