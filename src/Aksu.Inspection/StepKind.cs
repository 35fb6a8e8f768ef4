namespace Aksu.Inspection;

/// <summary>What kind of thing happened.</summary>
public enum StepKind
{
    /// <summary>A handshake message.</summary>
    Handshake,

    /// <summary>A change_cipher_spec record.</summary>
    ChangeCipherSpec,

    /// <summary>An alert.</summary>
    Alert,

    /// <summary>Application data.</summary>
    ApplicationData,

    /// <summary>A record that could not be opened.</summary>
    Encrypted,

    /// <summary>Bytes that are not TLS.</summary>
    Unknown,
}
