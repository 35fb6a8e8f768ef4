using System.Buffers;
using System.Collections.Concurrent;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>The receive half and the send half of an engine work at once.</summary>
public sealed class ConcurrencyTests
{
    private const int Messages = 3000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Both_halves_of_both_ends_run_on_threads_of_their_own_while_keys_change()
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { RecordsPerKey = 50, PostHandshakeAuthentication = true },
            Shake.Server with { RecordsPerKey = 70 });
        using var toServer = new BlockingCollection<byte[]>(64);
        using var toClient = new BlockingCollection<byte[]>(64);
        TlsEngine client = pair.ClientEngine;
        TlsEngine server = pair.ServerEngine;
        using var failed = new CancellationTokenSource(Patience);

        Task[] all =
        [
            Start(() => Send(client, toServer, failed.Token), failed),
            Start(() => Receive(server, toServer, failed.Token), failed),
            Start(() => Send(server, toClient, failed.Token), failed),
            Start(() => Receive(client, toClient, failed.Token), failed),
        ];

        await Task.WhenAll(all);
    }

    private static Task Start(Action work, CancellationTokenSource failed) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                work();
            }
            catch
            {
                failed.Cancel();
                throw;
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static void Send(TlsEngine engine, BlockingCollection<byte[]> wire, CancellationToken cancellation)
    {
        var output = new ArrayBufferWriter<byte>();
        for (int i = 0; i < Messages; i++)
        {
            engine.Encrypt(BitConverter.GetBytes(i), output);
            if (i % 97 == 0)
            {
                engine.RequestKeyUpdate(askPeer: i % 2 == 0, output);
            }

            wire.Add(output.WrittenSpan.ToArray(), cancellation);
            output.Clear();
        }

        engine.Shutdown(output);
        wire.Add(output.WrittenSpan.ToArray(), cancellation);
        wire.CompleteAdding();
    }

    private static void Receive(TlsEngine engine, BlockingCollection<byte[]> wire, CancellationToken cancellation)
    {
        int expected = 0;
        foreach (byte[] bytes in wire.GetConsumingEnumerable(cancellation))
        {
            Span<byte> rest = bytes;
            while (!rest.IsEmpty)
            {
                TlsStatus status = engine.Decrypt(rest, out int consumed, out ReadOnlySpan<byte> plaintext);
                if (status == TlsStatus.Complete)
                {
                    Assert.Equal(expected++, BitConverter.ToInt32(plaintext));
                }

                rest = rest[consumed..];
                if (status == TlsStatus.Closed)
                {
                    break;
                }
            }
        }

        Assert.Equal(Messages, expected);
    }
}
