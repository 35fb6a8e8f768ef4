namespace Aksu.Pki.Parsing;

/// <summary>Turns spans that lie inside one buffer back into memory over that buffer, so that nothing is copied.</summary>
internal readonly struct DerSlices(ReadOnlyMemory<byte> whole)
{
    public ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            return default;
        }

        return whole.Span.Overlaps(part, out int offset)
            ? whole.Slice(offset, part.Length)
            : throw new InvalidOperationException("The slice does not belong to this buffer.");
    }
}
