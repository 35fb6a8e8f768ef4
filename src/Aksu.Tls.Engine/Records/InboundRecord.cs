using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Records;

/// <summary>One record as received, opened in place.</summary>
internal readonly ref struct InboundRecord
{
    public required ContentType Type { get; init; }

    /// <summary>The plaintext: a part of the caller's input, or of its destination.</summary>
    public required Span<byte> Content { get; init; }

    /// <summary>Whether the record was protected; a change_cipher_spec of TLS 1.3 never is.</summary>
    public required bool WasProtected { get; init; }
}
