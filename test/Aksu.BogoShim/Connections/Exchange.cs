using System.Text;
using Aksu.BogoShim.Configuration;
using Aksu.BogoShim.Decisions;
using Aksu.BogoShim.Expectations;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.BogoShim.Connections;

/// <summary>One connection: handshake, checks, what is written first, the echo, the end.</summary>
internal sealed class Exchange(
    ShimConfiguration configuration, TimeProvider time, ServerSessions serverSessions, TlsSession? session, bool isResumption)
{
    private readonly MessageTrace _trace = new();

    /// <returns>The session that a client got; null when it got none, or is a server.</returns>
    public TlsSession? Run()
    {
        var identities = Identities.Load(configuration);
        (TlsEngine engine, Answers answers) = configuration.IsServer ? MakeServer(identities) : MakeClient(identities);
        using (engine)
        using (var transport = Transport.Connect(configuration))
        {
            var pump = new EnginePump(engine, transport, answers, configuration.IsAsync);
            Run(engine, pump, new OutcomeCheck(configuration, engine, answers, identities, _trace, isResumption));
            if (configuration.ExpectedTrace is { } expected && expected != _trace.Text)
            {
                throw new ShimFailure($"The messages were:\n{_trace.Text}and not:\n{expected}");
            }

            answers.CollectSessions();
            return answers.Sessions.LastOrDefault();
        }
    }

    private (TlsEngine Engine, Answers Answers) MakeClient(Identities identities)
    {
        ClientHandshakeOptions options = EngineOptions.ForClient(configuration, identities, time, _trace, session);
        var engine = new ClientEngine(options);
        return (engine, new Answers(configuration, identities, _trace) { Client = engine });
    }

    private (TlsEngine Engine, Answers Answers) MakeServer(Identities identities)
    {
        ServerHandshakeOptions options = EngineOptions.ForServer(configuration, identities, time, _trace, serverSessions);
        TlsEngine engine = configuration.NeedsClientHello ? ServerEngine.ChoosingOptionsByClientHello(options) : new ServerEngine(options);
        return (engine, new Answers(configuration, identities, _trace) { ServerOptions = options, ServerSessions = serverSessions });
    }

    private void Run(TlsEngine engine, EnginePump pump, OutcomeCheck check)
    {
        pump.Handshake();
        if (configuration.NeverCompletes)
        {
            throw new ShimFailure("The handshake came to its end.");
        }

        if (configuration.HandshakesAgain)
        {
            pump.Handshake();
        }

        if (!configuration.IsImplicitHandshake)
        {
            check.AfterHandshake();
        }

        WriteBindings(engine, pump);
        if (configuration.WritesDifferentSizes)
        {
            WriteDifferentSizes(pump);
        }
        else
        {
            WriteFirst(pump);
            if (!configuration.ShutsDown)
            {
                Echo(pump);
                check.AfterExchange();
            }
        }

        Close(pump);
    }

    private void WriteBindings(TlsEngine engine, EnginePump pump)
    {
        if (configuration.ExportLength > 0)
        {
            byte[] exported = new byte[configuration.ExportLength];
            byte[] context = Encoding.Latin1.GetBytes(configuration.ExportContext);
            engine.ExportUnchecked(configuration.ExportLabel, configuration.HasExportContext, context, exported);
            pump.Write(exported);
        }

        if (configuration.WritesTlsUnique)
        {
            byte[] binding = new byte[64];
            if (!engine.TryGetChannelBinding(ChannelBindingKind.TlsUnique, binding, out int length))
            {
                throw new ShimFailure("failed to get tls-unique");
            }

            pump.Write(binding.AsSpan(0, length));
        }
    }

    private void WriteFirst(EnginePump pump)
    {
        if (configuration.ReadsWithUnfinishedWrite)
        {
            pump.IsHeld = true;
        }

        if (configuration.WritesFirst || configuration.ReadsWithUnfinishedWrite)
        {
            for (int i = 0; i < configuration.InitialWriteCount; i++)
            {
                pump.Write(Encoding.Latin1.GetBytes(configuration.InitialWrite));
            }
        }

        if (configuration.ReadsWithUnfinishedWrite)
        {
            pump.SendOneByte();
        }
    }

    private void Echo(EnginePump pump)
    {
        while (pump.Read() is { } plaintext)
        {
            if (pump.IsHeld)
            {
                pump.Release();
            }

            if (configuration.UpdatesKeys)
            {
                pump.UpdateKey();
            }

            foreach (ref byte value in plaintext.AsSpan())
            {
                value ^= 0xff;
            }

            foreach (byte[] part in plaintext.Chunk(configuration.ReadSize))
            {
                pump.Write(part);
            }
        }
    }

    private static void WriteDifferentSizes(EnginePump pump)
    {
        foreach (int size in (int[])[0, 1, 255, 256, 257, 16383, 16384, 16385, 32767, 32768, 32769])
        {
            pump.Write([.. Enumerable.Repeat((byte)0x42, size)]);
        }
    }

    private void Close(EnginePump pump)
    {
        if (!configuration.ChecksCloseNotify)
        {
            return;
        }

        if (configuration.ShutsDown)
        {
            pump.Close();
            if (pump.Read() is not null)
            {
                throw new ShimFailure(":DataAfterShutdown:");
            }
        }

        if (pump.HasEndedBare)
        {
            throw new ShimFailure("Unexpected SSL_shutdown result: -1 != 1");
        }

        if (!configuration.ShutsDown)
        {
            pump.Close();
        }
    }
}
