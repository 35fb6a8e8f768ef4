using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

public sealed class HelloTests
{
    private static readonly byte[] Random = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Knows_HelloRetryRequest_by_its_random()
    {
        Assert.Equal(SHA256.HashData("HelloRetryRequest"u8), ServerHello.HelloRetryRequestRandom.ToArray());
        Assert.True(Server(ServerHello.HelloRetryRequestRandom.ToArray()).IsHelloRetryRequest);
        Assert.False(Server(Random).IsHelloRetryRequest);
    }

    [Fact]
    public void Tells_an_absent_extension_block_from_an_empty_one()
    {
        ClientHello absent = Again(Client(ExtensionBlock.Absent));
        ClientHello empty = Again(Client(ExtensionBlock.Empty));

        Assert.True(absent.Extensions.IsAbsent);
        Assert.False(empty.Extensions.IsAbsent);
        Assert.Empty(absent.Extensions.Entries);
        Assert.Empty(empty.Extensions.Entries);
        Assert.Equal(WireCase.Encoded(absent.Encode).Length + 2, WireCase.Encoded(empty.Encode).Length);
    }

    [Fact]
    public void Refuses_pre_shared_key_before_another_extension()
    {
        var psk = new PreSharedKeyOffer([new PskIdentity(new byte[] { 1 }, 0)], [new byte[32]]);
        byte[] last = WireCase.Encoded(Client(ExtensionBlock.Of(new PostHandshakeAuth(), psk)).Encode);
        byte[] notLast = WireCase.Encoded(Client(ExtensionBlock.Of(psk, new PostHandshakeAuth())).Encode);

        Assert.True(ClientHello.Decode(last).Extensions.Contains(ExtensionType.PreSharedKey));
        Refused.With(AlertDescription.IllegalParameter, TlsReason.PreSharedKeyNotLast, () => ClientHello.Decode(notLast));
    }

    [Fact]
    public void Takes_a_session_id_of_32_bytes_and_refuses_one_of_33()
    {
        Assert.Equal(32, ClientHello.Decode(WithSessionId(32)).LegacySessionId.Length);
        Refused.With(AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => ClientHello.Decode(WithSessionId(33)));

        static byte[] WithSessionId(int length) =>
            WireCase.Encoded((Client(ExtensionBlock.Empty) with { LegacySessionId = new byte[length] }).Encode);
    }

    [Fact]
    public void Refuses_a_session_id_echo_of_33_bytes()
    {
        ServerHello hello = Server(Random) with { LegacySessionIdEcho = new byte[33] };
        Refused.With(AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => ServerHello.Decode(WireCase.Encoded(hello.Encode)));
    }

    [Fact]
    public void Refuses_empty_lists_of_suites_and_of_compression_methods()
    {
        ClientHello hello = Client(ExtensionBlock.Empty);
        Refused.AsMalformed(() => Again(hello with { CipherSuites = [] }));
        Refused.AsMalformed(() => Again(hello with { LegacyCompressionMethods = default }));
    }

    [Fact]
    public void Keeps_unknown_code_points()
    {
        ClientHello hello = Again(Client(ExtensionBlock.Of(new GreaseExtension(new ExtensionType(0x3a3a), new byte[] { 7 }))) with
        {
            LegacyVersion = new ProtocolVersion(0x7f1c),
            CipherSuites = [new CipherSuite(0xfafa), CipherSuite.Aes128GcmSha256],
            LegacyCompressionMethods = new byte[] { 1, 0x40, 0 },
        });

        Assert.Equal(0x7f1c, hello.LegacyVersion.Value);
        Assert.Equal(0xfafa, hello.CipherSuites[0].Value);
        Assert.Equal([1, 0x40, 0], hello.LegacyCompressionMethods.ToArray());
        Assert.Equal(0x3a3a, Assert.Single(hello.Extensions.Entries).Type.Value);
    }

    [Fact]
    public void Decoded_fields_are_slices_of_the_message()
    {
        byte[] bytes = WireCase.Encoded((Client(ExtensionBlock.Of(new Cookie(new byte[] { 1 }))) with { LegacySessionId = Random }).Encode);
        ClientHello hello = ClientHello.Decode(bytes);

        foreach (ReadOnlyMemory<byte> field in new[] { hello.Random, hello.LegacySessionId, hello.Extensions.Entries[0].Body })
        {
            Assert.True(MemoryMarshal.TryGetArray(field, out ArraySegment<byte> segment));
            Assert.Same(bytes, segment.Array);
        }
    }

    private static ClientHello Again(ClientHello hello) => ClientHello.Decode(WireCase.Encoded(hello.Encode));

    private static ClientHello Client(ExtensionBlock extensions) =>
        new(ProtocolVersion.Tls12, Random, default, [CipherSuite.Aes128GcmSha256], new byte[] { 0 }, extensions);

    private static ServerHello Server(byte[] random) =>
        new(ProtocolVersion.Tls12, random, default, CipherSuite.Aes128GcmSha256, 0, ExtensionBlock.Empty);
}
