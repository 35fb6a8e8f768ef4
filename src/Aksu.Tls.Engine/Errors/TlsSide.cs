namespace Aksu.Tls.Engine.Errors;

/// <summary>The role of one end of a connection.</summary>
public enum TlsSide
{
    /// <summary>The end that sends ClientHello.</summary>
    Client,

    /// <summary>The end that answers it.</summary>
    Server,
}
