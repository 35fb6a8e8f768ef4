using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Tests.Rfc8448;

/// <summary>
/// One engine that plays one side of a trace: randoms and ephemeral keys are the trace's, and so are messages whose form is the sender's
/// choice. What the key schedule makes of them is the engine's own.
/// </summary>
internal sealed class TraceRun : IDisposable
{
    private static readonly NamedGroup[] Groups = [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1];

    private TraceRun(Trace trace, EngineEnd end, CollectedKeyLog keys, CollectedEvents events)
    {
        Trace = trace;
        End = end;
        Keys = keys;
        Events = events;
    }

    public Trace Trace { get; }

    public EngineEnd End { get; }

    public CollectedKeyLog Keys { get; }

    public CollectedEvents Events { get; }

    public static TraceRun Client(Trace trace, TlsSession? session = null, byte[]? certificate = null)
    {
        var keys = new CollectedKeyLog();
        var events = new CollectedEvents();
        var hellos = new Queue<byte[]>([trace.ClientHello, .. trace.Retry is { } retry ? new[] { retry.SecondHello } : []]);
        var options = new ClientHandshakeOptions
        {
            Versions = [ProtocolVersion.Tls13],
            Cryptography = Provider([trace.ClientRandom, trace.SessionId], trace.ClientKeys),
            ServerName = "server",
            Groups = Groups,
            RecordSizeLimit = 0x4001,
            Grease = false,
            MiddleboxCompatibility = trace.SessionId.Length > 0,
            Sessions = session is null ? [] : [session],
            Identities = certificate is null ? [] : [CertifiedKey.WithRemoteKey([certificate], CryptographyProvider.Default)],
            DangerousKeyLog = keys,
            Observer = events,
            MessageRewriter = (type, message) => type == HandshakeType.ClientHello ? hellos.Dequeue() : message,
        };
        var answers = new SuspensionAnswers { Signature = request => request.Provide(trace.ClientSignature) };
        return new TraceRun(trace, new EngineEnd(new ClientEngine(options), answers), keys, events);
    }

    /// <param name="trace">The trace.</param>
    /// <param name="tickets">Makes the tickets; null for none.</param>
    /// <param name="session">The stored session that the client's ticket stands for; null for none.</param>
    public static TraceRun Server(Trace trace, TicketProtector? tickets = null, byte[]? session = null)
    {
        var keys = new CollectedKeyLog();
        var events = new CollectedEvents();
        var options = new ServerHandshakeOptions
        {
            Versions = [ProtocolVersion.Tls13],
            Cryptography = Provider([trace.ServerRandom, [0xfa, 0xd6, 0xaa, 0xc5]], [trace.ServerKey]),
            Groups = Groups,
            RecordSizeLimit = 0x4001,
            Identities = trace.Server is { } server
                ? [new ServerIdentity(CertifiedKey.WithRemoteKey([server.Certificate], CryptographyProvider.Default), [])]
                : [],
            ClientAuthentication = trace.CertificateRequest is null
                ? Options.ClientAuthentication.None
                : Options.ClientAuthentication.Required,
            Tickets = tickets,
            TicketCount = 1,
            TicketLifetime = TimeSpan.FromSeconds(30),
            AsksForSessions = session is not null,
            DangerousKeyLog = keys,
            Observer = events,
            MessageRewriter = (type, message) => Rewrite(trace, type) ?? message,
        };
        var answers = new SuspensionAnswers
        {
            Signature = request => request.Provide(trace.Server!.Value.Signature),
            Session = request => request.Provide(session),
        };
        return new TraceRun(trace, new EngineEnd(new ServerEngine(options), answers), keys, events);
    }

    /// <summary>Every secret that the trace has is the one that the engine logged.</summary>
    public void AssertSecrets()
    {
        foreach ((string label, string secret) in Trace.Secrets)
        {
            Assert.Equal((label, secret), (label, Keys.Secret(label)));
        }
    }

    /// <summary>The last message of a type that this side sent.</summary>
    public byte[] Sent(HandshakeType type) => Events.Last(TlsDirection.Sent, type);

    public void Dispose() => End.Dispose();

    // What a server may put into these is its own choice; the trace's was made by another library.
    private static ReadOnlyMemory<byte>? Rewrite(Trace trace, HandshakeType type) =>
        type == HandshakeType.EncryptedExtensions ? trace.EncryptedExtensions
        : type == HandshakeType.CertificateRequest ? trace.CertificateRequest
        : type == HandshakeType.NewSessionTicket ? TraceSession.NewSessionTicket
        : type == HandshakeType.ServerHello && trace.Server is null ? trace.ServerHello
        : default(ReadOnlyMemory<byte>?);

    private static DeterministicCryptographyProvider Provider(byte[][] randoms, (string Group, byte[] PrivateKey)[] keys)
    {
        var provider = new DeterministicCryptographyProvider("RFC 8448");
        foreach (byte[] random in randoms.Where(random => random.Length > 0))
        {
            provider.ScriptRandom(random);
        }

        foreach ((string group, byte[] key) in keys)
        {
            provider.ScriptPrivateKey(group, key);
        }

        return provider;
    }
}
