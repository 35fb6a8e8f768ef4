using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>The types of extensions that one side asked for; the other may answer these and no others (RFC 9846 §4.3).</summary>
internal sealed class ExtensionSet
{
    /// <summary>Nothing was asked for.</summary>
    public static readonly ExtensionSet Empty = new([]);

    private readonly ExtensionType[] _types;

    public ExtensionSet(params ReadOnlySpan<ExtensionType> types)
        : this(types.ToArray())
    {
    }

    private ExtensionSet(ExtensionType[] types) => _types = types;

    /// <summary>The types of a block, which is a ClientHello's or a CertificateRequest's.</summary>
    public static ExtensionSet Of(ExtensionBlock block)
    {
        Span<ExtensionType> types = stackalloc ExtensionType[ListLimits.Extensions];
        int count = 0;
        foreach (Extension extension in block)
        {
            types[count++] = extension.Type;
        }

        return new ExtensionSet(types[..count].ToArray());
    }

    public bool Contains(ExtensionType type) => Array.IndexOf(_types, type) >= 0;

    /// <summary>
    /// This set and one type more: TLS_EMPTY_RENEGOTIATION_INFO_SCSV asks for renegotiation_info without an extension (RFC 5746 §3.4).
    /// </summary>
    public ExtensionSet With(ExtensionType type) => Contains(type) ? this : new ExtensionSet([.. _types, type]);
}
