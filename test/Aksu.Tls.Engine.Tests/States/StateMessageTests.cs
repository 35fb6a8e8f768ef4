using System.Reflection;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Every state that waits for the peer, and every handshake message.</summary>
public sealed class StateMessageTests
{
    private static readonly HandshakeType[] Types =
    [
        .. typeof(HandshakeType).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (HandshakeType)field.GetValue(null)!),
        new HandshakeType(0x63),
    ];

    private static readonly StateCase[] Cases = [.. StateTable13.Waiting, .. StateTable12.Waiting];

    private static readonly Type[] Suspended = [.. StateTable13.Suspended, .. StateTable12.Suspended];

    public static TheoryData<string> States => [.. Cases.Select(entry => entry.Name)];

    public static TheoryData<string> SuspendedStates => [.. Suspended.Select(StateCase.NameOf)];

    [Theory]
    [MemberData(nameof(States))]
    public void Takes_the_messages_that_it_names_and_no_other(string name)
    {
        StateCase entry = Case(name);
        foreach (HandshakeType type in Types)
        {
            (RecordStepper stepper, Sender side) = Conversations.Until(entry.State);
            EngineEnd end = End(stepper, side);
            byte[] message = Sample(type, stepper.UnderWayTo(side).Select(entry.Content), entry);
            end.Take(entry.Record(NullRecord.Handshake, message));
            if (entry.Accepts.Contains(type))
            {
                Assert.True(end.Failure is null, $"{name} does not take {type}: {end.Failure?.Message}");
                continue;
            }

            AssertUnexpected(entry, end, TlsReason.UnexpectedMessage, $"{name} takes {type}");
        }
    }

    [Theory]
    [MemberData(nameof(SuspendedStates))]
    public void Reads_nothing_while_the_application_is_asked(string name)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(Suspended.Single(type => StateCase.NameOf(type) == name));
        EngineEnd end = End(stepper, side);
        int waiting = end.Waiting;
        TlsStatus status = end.Status;
        foreach (HandshakeType type in Types)
        {
            end.Take(NullRecord.Protected(NullRecord.Handshake, Empty(type)));
        }

        Assert.Null(end.Failure);
        Assert.Equal(status, end.Status);
        Assert.Equal(waiting + Types.Sum(type => NullRecord.Protected(NullRecord.Handshake, Empty(type)).Length), end.Waiting);
    }

    [Fact]
    public void An_established_server_that_asked_for_no_certificate_takes_none()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        StateCase entry = StateTable13.Waiting.Single(entry => entry.State == typeof(EstablishedServer));
        pair.Server.Take(entry.Record(NullRecord.Handshake, Sample(HandshakeType.Certificate, [], entry)));

        AssertUnexpected(entry, pair.Server, TlsReason.UnexpectedMessage, "A certificate was taken.");
    }

    [Fact]
    public void The_conversation_ends_well()
    {
        RecordStepper stepper = Conversation13.Begin();
        while (stepper.Step())
        {
        }

        Assert.Null(stepper.Pair.Client.Failure);
        Assert.Null(stepper.Pair.Server.Failure);
        Assert.NotEmpty(stepper.Pair.ServerEngine.Parameters!.PeerCertificates);
    }

    [Fact]
    public void The_conversations_of_TLS_1_2_end_well()
    {
        foreach (RecordStepper stepper in Conversation12.All)
        {
            while (stepper.Step())
            {
            }

            Assert.Null(stepper.Pair.Client.Failure);
            Assert.Null(stepper.Pair.Server.Failure);
            Assert.Equal(ProtocolVersion.Tls12, stepper.Pair.ServerEngine.Parameters!.Version);
        }
    }

    internal static StateCase Case(string name) => Cases.Single(entry => entry.Name == name);

    internal static EngineEnd End(RecordStepper stepper, Sender side) => side == Sender.Client ? stepper.Pair.Client : stepper.Pair.Server;

    internal static void AssertUnexpected(StateCase entry, EngineEnd end, TlsReason? reason, string because)
    {
        Assert.True(end.Failure is not null, because);
        Assert.True(
            end.Failure.Alert == AlertDescription.UnexpectedMessage && !end.Failure.SentByPeer
                && (reason is null || reason == end.Failure.Reason),
            $"{because}: {end.Failure.Reason}, {end.Failure.Alert}");
        Assert.Equal(AlertDescription.UnexpectedMessage.Value, entry.LastAlert(end.TakeOutput()));
    }

    /// <summary>A message that would be right if its type were: the one that is under way, or one made up.</summary>
    private static byte[] Sample(HandshakeType type, IEnumerable<byte[]> underWay, StateCase entry)
    {
        if (underWay.FirstOrDefault(content => content is [byte first, ..] && first == type.Value) is { } right)
        {
            return right;
        }

        if (entry.IsTls12)
        {
            return Empty(type);
        }

        if (type == HandshakeType.KeyUpdate)
        {
            return Hello.Encode(new KeyUpdate(true));
        }

        if (type == HandshakeType.NewSessionTicket)
        {
            return Hello.Encode(new NewSessionTicket13(60, 0, new byte[1], new byte[1], ExtensionBlock.Empty));
        }

        if (type == HandshakeType.CertificateRequest)
        {
            return Hello.Encode(
                new CertificateRequest13(new byte[8], ExtensionBlock.Of(new SignatureAlgorithms([SignatureScheme.Ed25519]))));
        }

        return type == HandshakeType.Certificate
            ? Hello.Encode(new Certificate13(default, [new CertificateEntry(NullCryptography.Identity.Chain[0], ExtensionBlock.Empty)]))
            : Empty(type);
    }

    private static byte[] Empty(HandshakeType type) => [type.Value, 0, 0, 0];
}
