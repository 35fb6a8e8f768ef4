namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Lets the n-th call of something of the application's fail, and no other. Not thread-safe.</summary>
internal sealed class Countdown(int failsAt)
{
    private int _calls;

    /// <summary>Which call it was; empty until then.</summary>
    public string Failed { get; private set; } = "";

    public bool IsOver => _calls >= failsAt;

    public void Next(string call)
    {
        if (++_calls == failsAt)
        {
            Failed = call;
            throw new IOException("The disk is full.");
        }
    }
}
