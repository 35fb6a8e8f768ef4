using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;
using Client = Aksu.Tls.Engine.Handshake.Client;
using Server = Aksu.Tls.Engine.Handshake.Server;

namespace Aksu.Tls.Engine.Tests.Bounds;

/// <summary>
/// How long the messages may be that each state takes: what a peer can make this side keep before it has proved anything.
/// </summary>
public sealed class CeilingTests
{
    private const int Usual = 16 * 1024;
    private const int Long = 128 * 1024;

    private static readonly int OfCertificates = NullCryptography.Client.MaxCertificateMessageLength;

    /// <summary>By state, those messages whose ceiling is another one than the state's usual one.</summary>
    private static readonly Dictionary<Type, (int Usual, HandshakeType Type, int Ceiling)> Special = new()
    {
        [typeof(Server.ExpectClientHello)] = (Long, HandshakeType.ClientHello, Long),
        [typeof(Server.Tls13.ExpectRetriedClientHello)] = (Long, HandshakeType.ClientHello, Long),
        [typeof(Server.Tls13.ExpectClientCertificate)] = (OfCertificates, HandshakeType.Certificate, OfCertificates),
        [typeof(Server.Tls13.EstablishedServer)] = (Usual, HandshakeType.Certificate, OfCertificates),
        [typeof(Server.Tls12.ExpectClientCertificate)] = (OfCertificates, HandshakeType.Certificate, OfCertificates),
        [typeof(Server.Tls12.ExpectClientKeyExchange)] = (Long, HandshakeType.ClientKeyExchange, Long),
        [typeof(Client.Tls13.EstablishedClient)] = (4 * Usual, HandshakeType.NewSessionTicket, Long),
        [typeof(Client.Tls13.ExpectCertificate)] = (Usual, HandshakeType.Certificate, OfCertificates),
        [typeof(Client.Tls13.ExpectCertificateOrCertificateRequest)] = (4 * Usual, HandshakeType.Certificate, OfCertificates),
        [typeof(Client.Tls12.ExpectCertificate)] = (Usual, HandshakeType.Certificate, OfCertificates),
        [typeof(Client.Tls12.ExpectCertificateStatus)] = (Usual, HandshakeType.CertificateStatus, OfCertificates),
        [typeof(Client.Tls12.ExpectCertificateRequestOrServerHelloDone)] = (Usual, HandshakeType.CertificateRequest, Long),
        [typeof(Client.Tls12.ExpectNewSessionTicket)] = (Usual, HandshakeType.NewSessionTicket, Long),
    };

    public static TheoryData<string> States =>
        [.. StateTable13.Waiting.Concat(StateTable12.Waiting).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_s_are_as_they_were_decided(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        (RecordStepper stepper, Sender side) = Conversations.Until(entry.State);
        HandshakeState state = StateMessageTests.End(stepper, side).Engine.State;
        (int usual, HandshakeType special, int ceiling) = Special.GetValueOrDefault(entry.State, (Usual, default, Usual));

        for (int type = 0; type < 256; type++)
        {
            var asked = new HandshakeType((byte)type);
            Assert.Equal(asked == special ? ceiling : usual, state.CeilingFor(asked));
        }
    }
}
