using System.Formats.Asn1;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 5929.</summary>
public sealed class ChannelBindingRuleTests
{
    [Fact]
    public void The_unique_binding_of_a_resumed_connection_is_the_server_s_finished()
    {
        using RotatingTicketProtector tickets = SessionTests.Protector();
        using EnginePair first = Shake.Hands(Older.Client, Older.Server with { Tickets = tickets });
        var events = new CollectedEvents();
        using EnginePair second = Shake.Hands(
            Older.Client with { Sessions = [SessionTests.Take(first)], Observer = events }, Older.Server with { Tickets = tickets });
        byte[] finished = events.Last(TlsDirection.Received, HandshakeType.Finished)[HandshakeMessage.HeaderLength..];
        Assert.True(second.ClientEngine.Parameters!.IsResumed);

        foreach (TlsEngine engine in new TlsEngine[] { second.ClientEngine, second.ServerEngine })
        {
            byte[] binding = new byte[64];
            Assert.True(engine.TryGetChannelBinding(ChannelBindingKind.TlsUnique, binding, out int length));
            Assert.Equal(finished, binding[..length]);
        }
    }

    [Theory]
    [InlineData("1.2.840.113549.1.1.4", "SHA-256")] // MD5
    [InlineData("1.2.840.113549.1.1.5", "SHA-256")] // SHA-1
    [InlineData("1.2.840.10045.4.1", "SHA-256")] // SHA-1
    [InlineData("1.2.840.113549.1.1.11", "SHA-256")]
    [InlineData("1.2.840.10045.4.3.3", "SHA-384")]
    [InlineData("1.2.840.113549.1.1.13", "SHA-512")]
    [InlineData("1.3.101.112", null)] // Ed25519 has no one hash
    [InlineData("1.3.6.1.4.1.99999.4", null)]
    public void The_end_point_binding_has_the_hash_of_the_certificate_s_signature(string signature, string? hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(signature);
            }

            writer.WriteBitString([1, 2, 3]);
        }

        Assert.Equal(hash, CertificateSignatureHash.Find(writer.Encode()));
    }
}
