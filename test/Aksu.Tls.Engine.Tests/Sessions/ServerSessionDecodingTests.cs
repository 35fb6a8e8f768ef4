using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Sessions;

/// <summary>Bytes that are not a server's session are no session, and never an error: a ticket may come from an older release.</summary>
public sealed class ServerSessionDecodingTests
{
    [Fact]
    public void A_cut_session_and_one_with_more_behind_it_are_none()
    {
        byte[] whole = Encoded(certificates: 2);
        using ServerSession? session = ServerSession.TryDecode(whole);
        Assert.NotNull(session);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Null(ServerSession.TryDecode(whole.AsSpan(0, length)));
        }

        Assert.Null(ServerSession.TryDecode([.. whole, 0]));
    }

    [Fact]
    public void A_session_has_so_many_certificates_at_most()
    {
        const int entry = 3 + 1;
        byte[] most = Encoded(SessionFields.MaxCertificates);
        using ServerSession? session = ServerSession.TryDecode(most);
        Assert.Equal(SessionFields.MaxCertificates, session!.PeerCertificates.Count);

        // The list is the last field: one more entry, and its length says so.
        byte[] more = [.. most, 0, 0, 1, 2];
        int length = more.Length - ((SessionFields.MaxCertificates + 1) * entry) - 3;
        Assert.Equal(SessionFields.MaxCertificates * entry, (more[length + 1] << 8) | more[length + 2]);
        more[length + 2] += entry;
        Assert.Null(ServerSession.TryDecode(more));
    }

    private static byte[] Encoded(int certificates)
    {
        using var writer = new WireWriter();
        new ServerSession(Secret.CopyOf(new byte[32]))
        {
            Version = ProtocolVersion.Tls13,
            CipherSuite = CipherSuite.Aes128GcmSha256,
            IssuedAt = DateTimeOffset.UnixEpoch,
            AuthenticatedAt = DateTimeOffset.UnixEpoch,
            AcceptedUntil = DateTimeOffset.MaxValue,
            AgeAdd = 0,
            ServerName = "test.example",
            ApplicationProtocol = null,
            AuthenticationContext = new byte[] { 1 },
            PeerCertificates = [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[] { 2 }, certificates)],
        }.EncodeAndDispose(writer);
        return writer.WrittenSpan.ToArray();
    }
}
