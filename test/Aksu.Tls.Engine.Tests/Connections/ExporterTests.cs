using System.Security.Cryptography;
using System.Text;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Keying material for others (RFC 9846 §7.5).</summary>
public sealed class ExporterTests
{
    private const string Label = "EXPERIMENTAL aksu";

    [Theory]
    [InlineData(0x1301, 1)]
    [InlineData(0x1301, 8160)]
    [InlineData(0x1302, 48)]
    public void Is_the_same_on_both_sides(int suite, int length)
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { CipherSuites = [new CipherSuite((ushort)suite)] });

        Assert.Equal(Export(pair.Client, Label, [1, 2], length), Export(pair.Server, Label, [1, 2], length));
    }

    [Fact]
    public void Depends_on_label_context_and_connection()
    {
        using EnginePair pair = Shake.Hands();
        using EnginePair other = Shake.Hands();
        byte[][] values =
        [
            Export(pair.Client, Label, [], 32),
            Export(pair.Client, Label, [0], 32),
            Export(pair.Client, Label + "2", [], 32),
            Export(other.Client, Label, [], 32),
            Export(pair.Client, Label, [], 33)[..32],
        ];

        Assert.Equal(values.Length, values.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Does_not_change_with_the_keys()
    {
        using EnginePair pair = Shake.Hands();
        byte[] before = Export(pair.Client, Label, [], 32);
        pair.Client.RequestKeyUpdate(askPeer: true);
        Shake.Talk(pair);

        Assert.Equal(before, Export(pair.Client, Label, [], 32));
        Assert.Equal(before, Export(pair.Server, Label, [], 32));
    }

    [Fact]
    public void Refuses_labels_and_lengths_that_cannot_be()
    {
        using EnginePair pair = Shake.Hands();

        Assert.Throws<ArgumentException>(() => Export(pair.Client, "", [], 1));
        Assert.Throws<ArgumentException>(() => Export(pair.Client, new string('x', 250), [], 1));
        Assert.Throws<ArgumentException>(() => Export(pair.Client, "\u00e4", [], 1));
        Assert.Throws<ArgumentException>(() => Export(pair.Client, Label, [], 8161));
        Assert.Equal(32, Export(pair.Client, new string('x', 249), [], 32).Length);
        Shake.Talk(pair);
    }

    [Fact]
    public void In_TLS_1_2_a_context_has_at_most_65_535_bytes()
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);

        Assert.Equal(Export(pair.Client, Label, new byte[65_535], 32), Export(pair.Server, Label, new byte[65_535], 32));
        Assert.Throws<ArgumentException>(() => Export(pair.Client, Label, new byte[65_536], 32));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0001ff")]
    public void In_TLS_1_2_it_is_what_RFC_5705_says(string? contextHex)
    {
        var log = new CollectedKeyLog();
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Older.Client with { DangerousKeyLog = log, Observer = events }, Older.Server);
        byte[] client = Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello)).Random.ToArray();
        byte[] server = Hello.Server(events.Last(TlsDirection.Received, HandshakeType.ServerHello)).Random.ToArray();
        byte[]? context = contextHex is null ? null : Convert.FromHexString(contextHex);
        byte[] expected = Expand(
            Convert.FromHexString(log.Secret("CLIENT_RANDOM")),
            [.. Encoding.ASCII.GetBytes(Label), .. client, .. server, .. Length(context), .. context ?? []],
            80);

        foreach (EngineEnd end in new[] { pair.Client, pair.Server })
        {
            byte[] actual = new byte[80];
            if (context is null)
            {
                end.Engine.ExportKeyingMaterial(Label, actual);
            }
            else
            {
                end.Engine.ExportKeyingMaterial(Label, context, actual);
            }

            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Is_not_there_before_the_handshake_is_complete()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);

        Assert.Throws<InvalidOperationException>(() => Export(pair.Client, Label, [], 1));
    }

    private static byte[] Length(byte[]? context) => context is null ? [] : [0, (byte)context.Length];

    /// <summary>P_SHA256 (RFC 5246 §5), by the platform's HMAC.</summary>
    private static byte[] Expand(byte[] secret, byte[] seed, int length)
    {
        byte[] output = [];
        for (byte[] a = HMACSHA256.HashData(secret, seed); output.Length < length; a = HMACSHA256.HashData(secret, a))
        {
            output = [.. output, .. HMACSHA256.HashData(secret, (byte[])[.. a, .. seed])];
        }

        return output[..length];
    }

    private static byte[] Export(EngineEnd end, string label, byte[] context, int length)
    {
        byte[] output = new byte[length];
        end.Engine.ExportKeyingMaterial(label, context, output);
        return output;
    }
}
