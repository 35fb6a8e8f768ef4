using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aksu.Cli.Tests.Support;

/// <summary>
/// A server that answers every ClientHello of TLS 1.3 with the wish for another key share, of the first group that both have, and every
/// other one with an alert. It looks whether somebody asks the next question before the last one is answered.
/// </summary>
internal sealed class HelloServer : IAsyncDisposable
{
    private const ushort Suite = 0x1301;

    /// <summary>It makes a ServerHello a HelloRetryRequest (RFC 9846 §4.2.3).</summary>
    private static readonly byte[] RetryRandom = SHA256.HashData("HelloRetryRequest"u8);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ushort[] _groups;
    private readonly Task _serving;

    /// <param name="groups">What it takes, the best first.</param>
    public HelloServer(params ushort[] groups)
    {
        _groups = groups;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>How many connections there were.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a connection came while another waited for its answer.</summary>
    public bool WasHurried { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                Count++;
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                await AnswerAsync(stream);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            byte[] header = new byte[5];
            await stream.ReadExactlyAsync(header, _stop.Token);
            byte[] message = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))];
            await stream.ReadExactlyAsync(message, _stop.Token);
            WasHurried |= _listener.Pending();
            await stream.WriteAsync(AnswerTo(message), _stop.Token);
            while (await stream.ReadAsync(header, _stop.Token) > 0)
            {
                // Whatever else it says; it closes soon.
            }
        }
        catch (IOException)
        {
            // It is gone.
        }
    }

    private byte[] AnswerTo(ReadOnlySpan<byte> message)
    {
        const int SessionAt = 4 + 2 + 32;
        ReadOnlySpan<byte> session = message.Slice(SessionAt, 1 + message[SessionAt]);
        ReadOnlySpan<byte> rest = message[(SessionAt + session.Length)..];
        ushort[] suites = Codes(Take16(ref rest));
        rest = rest[(1 + rest[0])..];
        ReadOnlySpan<byte> extensions = Take16(ref rest);
        bool isTls13 = false;
        ushort[] offered = [];
        while (extensions.Length > 0)
        {
            ushort type = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            extensions = extensions[2..];
            ReadOnlySpan<byte> body = Take16(ref extensions);
            isTls13 |= type == 43 && body.IndexOf((ReadOnlySpan<byte>)[3, 4]) >= 0;
            offered = type == 10 ? Codes(body[2..]) : offered;
        }

        ushort group = Array.Find(_groups, offered.Contains);
        if (!isTls13 || group == 0 || !suites.Contains(Suite))
        {
            return [21, 3, 3, 0, 2, 2, 40];
        }

        byte[] chosen = [0, 43, 0, 2, 3, 4, 0, 51, 0, 2, (byte)(group >> 8), (byte)group];
        byte[] hello = [3, 3, .. RetryRandom, .. session, Suite >> 8, Suite & 0xff, 0, 0, (byte)chosen.Length, .. chosen];
        return [22, 3, 3, 0, (byte)(hello.Length + 4), 2, 0, 0, (byte)hello.Length, .. hello];
    }

    private static ReadOnlySpan<byte> Take16(ref ReadOnlySpan<byte> rest)
    {
        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        ReadOnlySpan<byte> taken = rest.Slice(2, length);
        rest = rest[(2 + length)..];
        return taken;
    }

    private static ushort[] Codes(ReadOnlySpan<byte> bytes)
    {
        ushort[] codes = new ushort[bytes.Length / 2];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]);
        }

        return codes;
    }
}
