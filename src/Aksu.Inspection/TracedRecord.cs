using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection;

/// <summary>One record of the record layer (RFC 9846 §5), as it was on the wire. Immutable.</summary>
public sealed class TracedRecord
{
    /// <summary>Who sent it.</summary>
    public required TlsSide Sender { get; init; }

    /// <summary>When, from the beginning of the connection.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Where it begins in what its sender said, in bytes.</summary>
    public required long Offset { get; init; }

    /// <summary>The type in its header: application_data for all encrypted records of TLS 1.3.</summary>
    public required string Type { get; init; }

    /// <summary>The version in its header.</summary>
    public required string Version { get; init; }

    /// <summary>Header and fragment; of long records of application data the beginning.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How long it is in all, header included, in bytes.</summary>
    public required int Length { get; init; }

    /// <summary>The name of the key that opened it; null when it was not encrypted, or could not be opened.</summary>
    public string? Key { get; internal set; }

    /// <summary>Its number under that key.</summary>
    public ulong? Sequence { get; internal set; }

    /// <summary>The type inside, where it is hidden (RFC 9846 §5.2).</summary>
    public string? InnerType { get; internal set; }

    /// <summary>The nonce that it was sealed with; only where secrets are shown.</summary>
    public ReadOnlyMemory<byte>? Nonce { get; internal set; }

    /// <summary>Whether its bytes are encrypted.</summary>
    public bool IsProtected { get; internal set; }
}
