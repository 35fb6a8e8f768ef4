using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

public sealed class AlertTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 50)]
    [InlineData(2, 255)]
    public void Reads_and_writes_an_alert(byte level, byte description)
    {
        Alert alert = Alert.Decode([level, description]);
        Assert.Equal(new Alert(level, new AlertDescription(description)), alert);
        Assert.Equal([level, description], WireCase.Encoded(alert.Encode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("0228 00")]
    [InlineData("0228 0228")]
    public void Refuses_a_wrong_length(string hex) =>
        Refused.With(AlertDescription.DecodeError, TlsReason.MalformedAlert, () => Alert.Decode(WireSample.Hex(hex)));

    [Theory]
    [InlineData("0028")]
    [InlineData("0328")]
    [InlineData("ff28")]
    public void Refuses_a_level_that_there_is_not(string hex) =>
        Refused.With(AlertDescription.IllegalParameter, TlsReason.InvalidValue, () => Alert.Decode(WireSample.Hex(hex)));

    [Fact]
    public void Closing_alerts_are_warnings_and_errors_are_fatal()
    {
        Assert.Equal(Alert.Warning, Alert.Of(AlertDescription.CloseNotify).Level);
        Assert.Equal(Alert.Warning, Alert.Of(AlertDescription.UserCanceled).Level);
        Assert.Equal(Alert.Warning, Alert.Of(AlertDescription.NoRenegotiation).Level);
        Assert.Equal(Alert.Fatal, Alert.Of(AlertDescription.DecodeError).Level);
    }
}
