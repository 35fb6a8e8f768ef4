namespace Aksu.Soak.Transports;

/// <summary>What a transport does at one byte of what is written to it.</summary>
internal enum Fault
{
    /// <summary>The connection ends there, both ways.</summary>
    Cut,

    /// <summary>What follows is a write of its own, and comes when the peer has waited for it.</summary>
    Split,

    /// <summary>One bit of the byte is turned.</summary>
    Corrupt,
}
