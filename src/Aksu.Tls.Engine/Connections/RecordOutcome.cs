namespace Aksu.Tls.Engine.Connections;

/// <summary>What became of a received record.</summary>
internal enum RecordOutcome
{
    /// <summary>It went to the handshake, or needed nothing more.</summary>
    Absorbed,

    /// <summary>It was the change_cipher_spec that the state awaits.</summary>
    ChangeCipherSpec,

    /// <summary>Its content is application data.</summary>
    ApplicationData,

    /// <summary>It was close_notify.</summary>
    Closed,
}
