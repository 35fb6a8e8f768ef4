using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Errors;

/// <summary>
/// Why a TLS connection ended. The message says what happened, on which side, and what a person can do about it; it holds no text that
/// the peer chose and no secret.
/// </summary>
public sealed class TlsException : IOException
{
    internal TlsException(
        TlsReason reason, TlsErrorKind kind, AlertDescription alert, string message, bool sentByPeer = false, Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Kind = kind;
        Alert = alert;
        SentByPeer = sentByPeer;
    }

    /// <summary>The named cause.</summary>
    public TlsReason Reason { get; }

    /// <summary>The broad kind.</summary>
    public TlsErrorKind Kind { get; }

    /// <summary>The alert that went out, or that came in when <see cref="SentByPeer"/> is true.</summary>
    public AlertDescription Alert { get; }

    /// <summary>Whether the peer ended the connection with <see cref="Alert"/>; otherwise this side did.</summary>
    public bool SentByPeer { get; }

    /// <summary>The role of the side that reports this, once known.</summary>
    public TlsSide? Side { get; internal set; }

    /// <inheritdoc/>
    public override string Message => Side switch
    {
        TlsSide.Client => "TLS client: " + base.Message,
        TlsSide.Server => "TLS server: " + base.Message,
        _ => base.Message,
    };

    /// <summary>The same failure again, for a call that comes after the connection has already failed.</summary>
    internal TlsException Again() => new(Reason, Kind, Alert, base.Message, SentByPeer, this) { Side = Side };
}
