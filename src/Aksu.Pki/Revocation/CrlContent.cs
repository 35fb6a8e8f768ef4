using Aksu.Pki.Asn1;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Revocation;

/// <summary>The fields of a revocation list, over its own bytes.</summary>
internal sealed class CrlContent
{
    public required ReadOnlyMemory<byte> Tbs { get; init; }

    public required SignatureIdentifier SignatureIdentifier { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required int Version { get; init; }

    public required DistinguishedName Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset? NextUpdate { get; init; }

    /// <summary>The entries, each in DER, sorted by serial number.</summary>
    public required ReadOnlyMemory<byte>[] Entries { get; init; }

    public required bool HasTimeInWrongForm { get; init; }

    public ReadOnlyMemory<byte>? Number { get; set; }

    public bool IsNumberCritical { get; set; }

    public bool IsDelta { get; set; }

    public bool HasAuthorityKeyIdentifier { get; set; }

    public IssuingDistributionPoint? DistributionPoint { get; set; }

    /// <summary>The first critical extension, of the list or of an entry, that is not processed here.</summary>
    public string? UnhandledCritical { get; set; }

    public RevokedEntry? Find(ReadOnlySpan<byte> serialNumber)
    {
        int low = 0;
        int high = Entries.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            DerReader entry = new DerReader(Entries[middle].Span).ReadSequence();
            int order = CompareSerials(entry.ReadInteger(), serialNumber);
            if (order == 0)
            {
                return CrlParser.ReadEntry(Entries[middle].Span);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public static int CompareSerials(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
