namespace Aksu.Tls.Engine.Sessions;

/// <summary>
/// What the sessions of one connection share with the session that it was made from: when the connection ends in a fatal alert, none of
/// them is resumed any more (RFC 5246 §7.2.2, RFC 9846 §6.2). Thread-safe.
/// </summary>
internal sealed class SessionFate
{
    private volatile bool _isSealed;

    /// <summary>Whether a connection of these sessions failed.</summary>
    public bool IsSealed => _isSealed;

    /// <summary>A connection of these sessions failed.</summary>
    public void Seal() => _isSealed = true;
}
