using System.Reflection;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client.Tls13;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Requirements;

/// <summary>RFC 9846 §6.</summary>
public sealed class FailureRuleTests
{
    [Theory]
    [InlineData(1, 40)] // handshake_failure, as a warning
    [InlineData(1, 112)] // unrecognized_name, a warning in former times
    [InlineData(1, 100)] // no_renegotiation, which TLS 1.3 does not have
    [InlineData(1, 255)] // unknown
    [InlineData(2, 255)]
    [InlineData(2, 3)]
    public void An_error_alert_is_one_whatever_its_level_says(byte level, byte description)
    {
        foreach (Type state in new[] { typeof(ExpectEncryptedExtensions), typeof(EstablishedClient) })
        {
            (RecordStepper stepper, Sender side) = Conversations.Until(state);
            EngineEnd end = StateMessageTests.End(stepper, side);
            end.Take(NullRecord.Protected(NullRecord.Alert, [level, description]));

            Assert.NotNull(end.Failure);
            Assert.Equal((TlsReason.AlertReceived, true), (end.Failure.Reason, end.Failure.SentByPeer));
            Assert.Equal(description, end.Failure.Alert.Value);
        }
    }

    [Fact]
    public void The_secrets_of_a_failed_connection_are_gone()
    {
        using EnginePair pair = Shake.AndTalk();
        var reading = (TrafficSecret)Field(Field(pair.ClientEngine, "_receive"), "_secret");
        var writing = (TrafficSecret)Field(Field(pair.ClientEngine, "_send"), "_secret");
        Assert.NotEqual(0, reading.Span.Length + writing.Span.Length);
        pair.Client.Take(WireRecord.Encode(NullRecord.ApplicationData, new byte[32]));
        Shake.AssertFailed(pair.Client, TlsReason.BadRecord, AlertDescription.BadRecordMac);

        Assert.Throws<TlsException>(() => pair.ClientEngine.ExportKeyingMaterial("EXPORTER-test", new byte[16]));
        Assert.Throws<ObjectDisposedException>(() => reading.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => writing.Span.Length);
    }

    private static object Field(object owner, string name)
    {
        for (Type? type = owner.GetType(); type is not null; type = type.BaseType)
        {
            if (type.GetField(name, BindingFlags.NonPublic | BindingFlags.Instance) is { } field)
            {
                return field.GetValue(owner)!;
            }
        }

        throw new InvalidOperationException($"There is no {name}.");
    }
}
