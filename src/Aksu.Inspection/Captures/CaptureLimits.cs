namespace Aksu.Inspection.Captures;

/// <summary>How much of a capture is read: whoever made it does not decide how much memory it takes.</summary>
internal static class CaptureLimits
{
    /// <summary>The longest input, in bytes.</summary>
    public const int MaxInput = 64 << 20;

    /// <summary>The most packets of one capture.</summary>
    public const int MaxPackets = 1_000_000;

    /// <summary>The most TCP connections of one capture.</summary>
    public const int MaxConnections = 256;

    /// <summary>The longest packet, in bytes.</summary>
    public const int MaxPacket = 256 * 1024;

    /// <summary>How many bytes may wait for one that is missing, in one direction.</summary>
    public const int MaxWaiting = 4 << 20;

    /// <summary>The most interfaces of one section of a pcapng file.</summary>
    public const int MaxInterfaces = 256;
}
