namespace Aksu.Cryptography;

/// <summary>Gives the codes of whole messages under one key.</summary>
internal interface IMessageCode
{
    /// <summary>Writes the message's code into the beginning of the destination, which may lie in the message.</summary>
    void Compute(ReadOnlySpan<byte> message, Span<byte> destination);
}
