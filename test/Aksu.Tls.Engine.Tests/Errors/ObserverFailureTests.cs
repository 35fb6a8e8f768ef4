using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Errors;

/// <summary>An observer that throws about the alert of a failure changes neither the failure nor the alert.</summary>
public sealed class ObserverFailureTests
{
    [Fact]
    public void A_client_s_failure_is_told_to_its_owner_and_to_the_peer()
    {
        var observer = new ThrowingAboutAlerts();
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.VersionNotOffered,
            AlertDescription.IllegalParameter,
            Older.Client with { Observer = observer },
            Older.Server with { MessageRewriter = Rewriting.WithAnswer(ExtensionType.SupportedVersions, 3, 4) });
        Assert.Equal(1, observer.Thrown);
    }

    [Fact]
    public void A_server_s_failure_is_told_to_its_owner_and_to_the_peer()
    {
        var observer = new ThrowingAboutAlerts();
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.UnsupportedVersion,
            AlertDescription.ProtocolVersion,
            Shake.Client with { Versions = [ProtocolVersion.Tls12] },
            Shake.Server with { Versions = [ProtocolVersion.Tls13], Observer = observer });
        Assert.Equal(1, observer.Thrown);
    }

    private sealed class ThrowingAboutAlerts : TlsObserver
    {
        public int Thrown { get; private set; }

        public override void OnAlert(TlsDirection direction, AlertDescription alert)
        {
            Thrown++;
            throw new InvalidOperationException("The observer is broken.");
        }
    }
}
