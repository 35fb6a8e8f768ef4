using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>extended_master_secret (RFC 7627) and what depends on it: exporters and channel bindings.</summary>
public sealed class ExtendedMainSecretTests
{
    [Fact]
    public void A_server_without_it_is_refused() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.ExtendedMainSecretRequired,
        AlertDescription.HandshakeFailure,
        Older.Client,
        Older.Server with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret) });

    [Fact]
    public void A_client_without_it_is_refused() => Shake.AssertRefused(
        Sender.Server,
        TlsReason.ExtendedMainSecretRequired,
        AlertDescription.HandshakeFailure,
        Older.Client with { MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret) },
        Older.Server);

    [Fact]
    public void A_peer_without_it_is_taken_by_option()
    {
        using EnginePair pair = Unbound();

        Assert.False(pair.ClientEngine.Parameters!.ExtendedMainSecret);
        Assert.False(pair.ServerEngine.Parameters!.ExtendedMainSecret);
    }

    [Fact]
    public void Without_it_nothing_is_exported()
    {
        using EnginePair pair = Unbound();
        foreach (TlsEngine engine in new TlsEngine[] { pair.ClientEngine, pair.ServerEngine })
        {
            Assert.Throws<InvalidOperationException>(() => engine.ExportKeyingMaterial("EXPERIMENTAL x", new byte[16]));
            Assert.False(engine.TryGetChannelBinding(ChannelBindingKind.TlsUnique, new byte[64], out _));
            Assert.False(engine.TryGetChannelBinding(ChannelBindingKind.TlsExporter, new byte[64], out _));
            Assert.True(engine.TryGetChannelBinding(ChannelBindingKind.TlsServerEndPoint, new byte[64], out _));
        }
    }

    [Fact]
    public void Both_sides_export_the_same_and_tell_contexts_apart()
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        byte[] none = Export(pair.ClientEngine, null);
        byte[] empty = Export(pair.ClientEngine, []);
        byte[] some = Export(pair.ClientEngine, [1]);

        Assert.Equal(none, Export(pair.ServerEngine, null));
        Assert.Equal(empty, Export(pair.ServerEngine, []));
        Assert.Equal(some, Export(pair.ServerEngine, [1]));
        Assert.NotEqual(none, empty);
        Assert.NotEqual(empty, some);
        Assert.Throws<ArgumentException>(() => pair.ClientEngine.ExportKeyingMaterial("master secret", new byte[16]));
        Assert.Throws<ArgumentException>(() => pair.ClientEngine.ExportKeyingMaterial("EXPERIMENTAL x", new byte[65536], new byte[16]));
    }

    [Theory]
    [InlineData(ChannelBindingKind.TlsUnique, 12)]
    [InlineData(ChannelBindingKind.TlsExporter, 32)]
    [InlineData(ChannelBindingKind.TlsServerEndPoint, 32)]
    public void Both_sides_have_the_same_channel_binding(ChannelBindingKind kind, int length)
    {
        using EnginePair pair = Shake.Hands(Older.Client, Older.Server);
        using EnginePair other = Shake.Hands(Older.Client, Older.Server);
        byte[] client = Binding(pair.ClientEngine, kind);

        Assert.Equal(length, client.Length);
        Assert.Equal(client, Binding(pair.ServerEngine, kind));
        Assert.Equal(kind == ChannelBindingKind.TlsServerEndPoint, client.AsSpan().SequenceEqual(Binding(other.ClientEngine, kind)));
    }

    [Fact]
    public void The_unique_binding_is_the_first_finished()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Older.Client with { Observer = events }, Older.Server);

        Assert.Equal(
            events.Last(Diagnostics.TlsDirection.Sent, HandshakeType.Finished)[HandshakeMessage.HeaderLength..],
            Binding(pair.ServerEngine, ChannelBindingKind.TlsUnique));
    }

    [Fact]
    public void TLS_1_3_has_no_unique_binding_and_has_the_others()
    {
        using EnginePair pair = Shake.Hands();

        Assert.False(pair.ClientEngine.TryGetChannelBinding(ChannelBindingKind.TlsUnique, new byte[64], out _));
        Assert.Equal(
            Binding(pair.ClientEngine, ChannelBindingKind.TlsExporter), Binding(pair.ServerEngine, ChannelBindingKind.TlsExporter));
        Assert.Equal(
            Binding(pair.ClientEngine, ChannelBindingKind.TlsServerEndPoint),
            Binding(pair.ServerEngine, ChannelBindingKind.TlsServerEndPoint));
    }

    private static EnginePair Unbound() => Shake.AndTalk(
        Older.Client with
        {
            DangerousWithoutExtendedMainSecret = true,
            MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
        },
        Older.Server with { DangerousWithoutExtendedMainSecret = true });

    private static byte[] Export(TlsEngine engine, byte[]? context)
    {
        byte[] output = new byte[24];
        if (context is null)
        {
            engine.ExportKeyingMaterial("EXPERIMENTAL x", output);
        }
        else
        {
            engine.ExportKeyingMaterial("EXPERIMENTAL x", context, output);
        }

        return output;
    }

    private static byte[] Binding(TlsEngine engine, ChannelBindingKind kind)
    {
        byte[] destination = new byte[64];
        Assert.True(engine.TryGetChannelBinding(kind, destination, out int written));
        return destination[..written];
    }
}
