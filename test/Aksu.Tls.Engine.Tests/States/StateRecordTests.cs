using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Every state of TLS 1.3 that waits for the peer, and every kind of record that is no handshake message.</summary>
public sealed class StateRecordTests
{
    public static TheoryData<string> States => [.. StateTable13.Waiting.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void Passes_over_change_cipher_spec_only_during_the_handshake(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]));
        if (entry.IgnoresChangeCipherSpec)
        {
            Assert.Null(end.Failure);
            return;
        }

        StateMessageTests.AssertUnexpected(entry, end, null, $"{name} takes change_cipher_spec");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_a_change_cipher_spec_of_another_form(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach (byte[] content in new byte[][] { [], [0], [2], [1, 1] })
        {
            AssertUnexpected(entry, NullRecord.Plain(NullRecord.ChangeCipherSpec, content));
        }

        if (entry.IsProtected)
        {
            AssertUnexpected(entry, NullRecord.Protected(NullRecord.ChangeCipherSpec, [1]));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Takes_data_only_when_established(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        bool isEstablished = entry.State.Name.StartsWith("Established", StringComparison.Ordinal);
        if (!isEstablished)
        {
            AssertUnexpected(entry, NullRecord.Of(entry.IsProtected, NullRecord.ApplicationData, "data"u8));
            AssertUnexpected(entry, NullRecord.Of(entry.IsProtected, NullRecord.ApplicationData, []));
            return;
        }

        EngineEnd end = Reach(entry);
        end.Take(NullRecord.Protected(NullRecord.ApplicationData, "data"u8));
        end.Take(NullRecord.Protected(NullRecord.ApplicationData, []));
        Assert.Null(end.Failure);
        Assert.Equal("data"u8.ToArray(), end.ReceivedData);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_empty_records_of_the_handshake_and_of_alerts(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        AssertUnexpected(entry, NullRecord.Of(entry.IsProtected, NullRecord.Handshake, []));
        AssertUnexpected(entry, NullRecord.Of(entry.IsProtected, NullRecord.Alert, []));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_unknown_types(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach (byte type in new byte[] { 1, 19, 24, 26, 255 })
        {
            AssertUnexpected(entry, NullRecord.Of(entry.IsProtected, type, [1, 2]));
            AssertUnexpected(entry, NullRecord.Plain(type, [1, 2]));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_protected_records_of_nothing_but_padding(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        if (!entry.IsProtected)
        {
            Assert.False(entry.IsProtected);
            return;
        }

        AssertUnexpected(entry, NullRecord.Protected(0, [], padding: 10));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_unprotected_handshake_after_protection_began(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        if (entry.IsProtected)
        {
            AssertUnexpected(entry, NullRecord.Plain(NullRecord.Handshake, [entry.Accepts[0].Value, 0, 0, 0]));
        }
        else
        {
            Assert.NotEmpty(entry.Accepts);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Ends_at_a_fatal_alert_without_answering(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(NullRecord.Of(entry.IsProtected, NullRecord.Alert, [2, AlertDescription.InternalError.Value]));

        Assert.Equal((TlsReason.AlertReceived, true), (end.Failure!.Reason, end.Failure.SentByPeer));
        Assert.Equal(AlertDescription.InternalError, end.Failure.Alert);
        Assert.Empty(end.TakeOutput());
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_alerts_of_a_wrong_form(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach (byte[] content in new byte[][] { [2], [2, 80, 0], [2, 80, 2, 80] })
        {
            EngineEnd end = Reach(entry);
            end.Take(NullRecord.Of(entry.IsProtected, NullRecord.Alert, content));
            Shake.AssertFailed(end, TlsReason.MalformedAlert, AlertDescription.DecodeError);
            Assert.Equal(AlertDescription.DecodeError.Value, NullRecord.LastAlert(end.TakeOutput()));
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void An_unprotected_alert_is_heard_only_while_the_client_has_no_keys(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(NullRecord.Plain(NullRecord.Alert, [2, AlertDescription.InternalError.Value]));
        if (!entry.IsProtected || entry.State == typeof(ExpectClientCertificate))
        {
            Assert.Equal(TlsReason.AlertReceived, end.Failure!.Reason);
            return;
        }

        StateMessageTests.AssertUnexpected(entry, end, TlsReason.PlaintextRecord, $"{name} hears an unprotected alert");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Close_notify_ends_a_handshake_and_closes_a_connection(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        bool isComplete = end.Engine.IsEstablished;
        end.Take(NullRecord.Of(entry.IsProtected, NullRecord.Alert, [1, AlertDescription.CloseNotify.Value]));
        if (isComplete)
        {
            Assert.Null(end.Failure);
            Assert.Equal(TlsStatus.Closed, end.Status);
            return;
        }

        Shake.AssertFailed(end, TlsReason.ClosedDuringHandshake, AlertDescription.CloseNotify);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_end_of_the_transport_is_told_as_such(string name)
    {
        EngineEnd end = Reach(StateMessageTests.Case(name));
        end.EndOfInput();

        Assert.Equal((TlsReason.EndOfStream, TlsErrorKind.Truncated), (end.Failure!.Reason, end.Failure.Kind));
        end.Run();
        Assert.Empty(end.TakeOutput());
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_message_in_pieces_suffers_nothing_between_them(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        byte[] piece = NullRecord.Of(entry.IsProtected, NullRecord.Handshake, [entry.Accepts[0].Value, 0, 0, 5, 1]);
        foreach (byte[] between in new[]
        {
            NullRecord.Of(entry.IsProtected, NullRecord.Alert, [1, AlertDescription.UserCanceled.Value]),
            NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]),
            NullRecord.Of(entry.IsProtected, NullRecord.ApplicationData, [1]),
        })
        {
            EngineEnd end = Reach(entry);
            end.Take(piece);
            Assert.Null(end.Failure);
            end.Take(between);
            StateMessageTests.AssertUnexpected(entry, end, null, $"{name} takes records between the pieces of a message");
        }
    }

    private static EngineEnd Reach(StateCase entry)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(entry.State);
        return StateMessageTests.End(stepper, side);
    }

    private static void AssertUnexpected(StateCase entry, byte[] record)
    {
        EngineEnd end = Reach(entry);
        end.Take(record);
        StateMessageTests.AssertUnexpected(
            entry, end, null, $"{entry.State.Name} takes {Convert.ToHexString(record.AsSpan(0, Math.Min(12, record.Length)))}");
    }
}
