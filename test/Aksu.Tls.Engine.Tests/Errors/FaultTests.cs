using System.Reflection;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Every cause for which a connection ends, reached on the wire, with its alert.</summary>
public sealed class FaultTests
{
    private static readonly FaultCase[] Cases =
    [
        .. DecodingFaults.All, .. RecordFaults.All, .. NegotiationFaults.All, .. AuthenticationFaults.All, .. LaterFaults.All,
        .. OlderFaults.All,
    ];

    // Whose alert is the peer's or the application's choice.
    private static readonly AlertDescription Any = new(0xee);

    public static TheoryData<int, string> Indices
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < Cases.Length; i++)
            {
                data.Add(i, Cases[i].Reason.ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Ends_with_its_reason_and_its_alert(int index, string reason)
    {
        FaultCase entry = Cases[index];
        (EngineEnd end, byte? onWire) = entry.Run();

        Assert.NotNull(end.Failure);
        Assert.Equal(reason, end.Failure.Reason.ToString());
        Assert.Equal(entry.Alert?.Value, onWire);
        Assert.NotNull(end.Failure.Side);
        Assert.NotEmpty(end.Failure.Message);
        if (entry.Alert is { } alert)
        {
            Assert.Equal((alert, false), (end.Failure.Alert, end.Failure.SentByPeer));
        }
    }

    [Fact]
    public void Every_reason_is_reached()
    {
        IEnumerable<TlsReason> reached = Cases.Select(entry => entry.Reason).Distinct();

        Assert.Equal(Enum.GetValues<TlsReason>().Order(), reached.Order());
    }

    [Fact]
    public void Every_fault_is_reached_with_its_alert()
    {
        // What is heard about the end of a transport cannot be answered.
        HashSet<(TlsReason, AlertDescription)> reached =
            [.. Cases.SelectMany(entry => new[] { (entry.Reason, entry.Alert ?? Any), (entry.Reason, Any) })];
        MethodInfo[] faults = typeof(Fault).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

        Assert.NotEmpty(faults);
        Assert.Empty(faults
            .Where(fault => !reached.Contains(Of(fault)))
            .Select(fault => fault.Name));
    }

    private static (TlsReason, AlertDescription) Of(MethodInfo fault)
    {
        var made = (TlsException)fault.Invoke(null, [.. fault.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;
        return (made.Reason, made.Reason == TlsReason.EndOfStream ? Any : made.Alert);
    }

    private static object? Sample(Type type) => type == typeof(AlertDescription) ? Any
        : type == typeof(string) ? "something"
        : type == typeof(Exception) ? new InvalidDataException()
        : Activator.CreateInstance(type);

    [Fact]
    public void Secrets_and_text_of_the_peer_stay_out_of_messages()
    {
        using EnginePair pair = new(
            Shake.Client with { ServerName = "very-secret-name.example" }, Shake.Server with { StrictServerName = true, Identities = [] });
        pair.Pump();

        Assert.DoesNotContain("very-secret-name", pair.Server.Failure!.ToString(), StringComparison.Ordinal);
    }
}
