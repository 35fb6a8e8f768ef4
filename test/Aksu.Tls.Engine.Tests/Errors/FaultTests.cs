using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>Every cause for which a connection ends, reached on the wire, with its alert.</summary>
public sealed class FaultTests
{
    /// <summary>What TLS 1.3 cannot come to: the tests of the older versions have these.</summary>
    private static readonly TlsReason[] OfOlderVersions =
    [
        TlsReason.DowngradeDetected, TlsReason.InappropriateFallback, TlsReason.RenegotiationRefused, TlsReason.WriteLimitReached,
        TlsReason.UnknownFiniteField, TlsReason.ExtendedMainSecretRequired, TlsReason.ExtendedMainSecretChanged,
        TlsReason.SecureRenegotiationRequired, TlsReason.InvalidRenegotiationInfo, TlsReason.UnexpectedResumption,
        TlsReason.CertificateDoesNotFitSuite,

        // Counts to 2^64 in TLS 1.3.
        TlsReason.ReadLimitReached,
    ];

    private static readonly FaultCase[] Cases =
        [.. DecodingFaults.All, .. RecordFaults.All, .. NegotiationFaults.All, .. AuthenticationFaults.All, .. LaterFaults.All];

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

        Assert.Equal(Enum.GetValues<TlsReason>().Except(OfOlderVersions).Order(), reached.Order());
    }

    [Fact]
    public void Secrets_and_text_of_the_peer_stay_out_of_messages()
    {
        using EnginePair pair = new(
            Shake.Client with { ServerName = "very-secret-name.example" }, Shake.Server with { StrictServerName = true, Identities = [] });
        pair.Pump();

        Assert.DoesNotContain("very-secret-name", pair.Server.Failure!.ToString(), StringComparison.Ordinal);
    }
}
