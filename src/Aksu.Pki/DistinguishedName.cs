using System.Formats.Asn1;
using Aksu.Pki.Asn1;
using Aksu.Pki.Names;

namespace Aksu.Pki;

/// <summary>
/// A directory name (RFC 5280 §4.1.2.4). Equality is that of RFC 5280 §7.1: letter case and runs of spaces do not count, and it does not
/// matter in which of the two modern string types a value is written. Immutable and thread-safe.
/// </summary>
public sealed class DistinguishedName : IEquatable<DistinguishedName>
{
    private byte[]? _canonical;

    internal DistinguishedName(ReadOnlyMemory<byte> der) => Der = der;

    /// <summary>Reads a DER Name.</summary>
    /// <exception cref="CertificateException">The bytes are not a Name.</exception>
    public static DistinguishedName Parse(ReadOnlySpan<byte> der)
    {
        try
        {
            var reader = new DerReader(der);
            ReadOnlySpan<byte> name = reader.ReadEncoded();
            reader.ThrowIfNotEmpty();
            Validate(name);
            return new DistinguishedName(name.ToArray());
        }
        catch (AsnContentException error)
        {
            throw CertificateException.IsMalformed("The directory name", error);
        }
    }

    /// <summary>The DER encoding, as it stands in the certificate.</summary>
    public ReadOnlyMemory<byte> Der { get; }

    /// <summary>Whether the name has no parts at all.</summary>
    public bool IsEmpty => Der.Length == 2;

    /// <summary>The last common name, or null. For people: a server's identity is in its subject alternative names.</summary>
    public string? CommonName => DistinguishedNameText.Last(Der.Span, Oids.CommonName);

    internal ReadOnlySpan<byte> Canonical => _canonical ??= CanonicalName.Of(Der.Span);

    /// <summary>The name in the form of RFC 4514, most specific part first, e.g. <c>CN=example.com,O=Example,C=KR</c>.</summary>
    public override string ToString() => DistinguishedNameText.Write(Der.Span);

    /// <inheritdoc/>
    public bool Equals(DistinguishedName? other) =>
        other is not null && (Der.Span.SequenceEqual(other.Der.Span) || Canonical.SequenceEqual(other.Canonical));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DistinguishedName);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Canonical);
        return hash.ToHashCode();
    }

    /// <summary>
    /// Whether this name lies in the subtree at <paramref name="ancestor"/>: it begins with all of its parts (RFC 5280 §4.2.1.10).
    /// </summary>
    internal bool IsWithin(DistinguishedName ancestor) => Canonical.StartsWith(ancestor.Canonical);

    /// <summary>Walks the structure once, so that later readers can rely on it.</summary>
    internal static void Validate(ReadOnlySpan<byte> der)
    {
        var outer = new DerReader(der);
        DerReader name = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        while (!name.IsEmpty)
        {
            DerReader part = name.ReadSetOf();
            do
            {
                DerReader attribute = part.ReadSequence();
                attribute.ReadOid();
                attribute.ReadEncoded();
                attribute.ThrowIfNotEmpty();
            }
            while (!part.IsEmpty);
        }
    }
}
