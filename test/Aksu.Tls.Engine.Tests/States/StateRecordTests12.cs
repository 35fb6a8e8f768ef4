using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>Every state of TLS 1.2 that waits for the peer, and every kind of record that is no handshake message.</summary>
public sealed class StateRecordTests12
{
    public static TheoryData<string> States => [.. StateTable12.Waiting.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void Takes_change_cipher_spec_only_where_it_is_awaited(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(entry.Record(NullRecord.ChangeCipherSpec, [1]));
        if (entry.State.Name == "ExpectChangeCipherSpec")
        {
            Assert.Null(end.Failure);
            return;
        }

        StateMessageTests.AssertUnexpected(entry, end, TlsReason.InvalidChangeCipherSpec, $"{name} takes change_cipher_spec");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_a_change_cipher_spec_of_another_form(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach (byte[] content in new byte[][] { [], [0], [1, 1] })
        {
            EngineEnd end = Reach(entry);
            end.Take(entry.Record(NullRecord.ChangeCipherSpec, content));
            StateMessageTests.AssertUnexpected(entry, end, null, $"{name} takes it");
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Takes_data_only_when_established(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(entry.Record(NullRecord.ApplicationData, "data"u8));
        if (entry.State.Name.StartsWith("Established", StringComparison.Ordinal))
        {
            Assert.Null(end.Failure);
            Assert.Equal("data"u8.ToArray(), end.ReceivedData);
            return;
        }

        StateMessageTests.AssertUnexpected(entry, end, TlsReason.UnexpectedRecord, $"{name} takes data");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Refuses_empty_records_of_the_handshake_and_of_alerts_and_unknown_types(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach ((byte type, byte[] content) in new (byte, byte[])[] { (22, []), (21, []), (24, [1]), (255, [1]) })
        {
            EngineEnd end = Reach(entry);
            end.Take(entry.Record(type, content));
            StateMessageTests.AssertUnexpected(entry, end, null, $"{name} takes a record of type {type}");
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_warning_is_passed_over_and_a_fatal_alert_is_the_end(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        EngineEnd end = Reach(entry);
        end.Take(entry.Record(NullRecord.Alert, [1, AlertDescription.UserCanceled.Value]));
        Assert.Null(end.Failure);
        end.Take(entry.Record(NullRecord.Alert, [2, AlertDescription.InternalError.Value]));

        Assert.Equal((TlsReason.AlertReceived, true), (end.Failure!.Reason, end.Failure.SentByPeer));
        Assert.Empty(end.TakeOutput());
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_end_of_the_transport_is_told_as_such(string name)
    {
        EngineEnd end = Reach(StateMessageTests.Case(name));
        end.EndOfInput();

        Assert.Equal((TlsReason.EndOfStream, TlsErrorKind.Truncated), (end.Failure!.Reason, end.Failure.Kind));
    }

    private static EngineEnd Reach(StateCase entry)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(entry.State);
        EngineEnd end = StateMessageTests.End(stepper, side);
        end.TakeOutput();
        return end;
    }
}
