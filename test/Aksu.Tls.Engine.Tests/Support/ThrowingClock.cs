namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A clock that throws once, and otherwise shows what another one does.</summary>
internal sealed class ThrowingClock(Countdown countdown, TimeProvider inner) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        countdown.Next("time");
        return inner.GetUtcNow();
    }
}
