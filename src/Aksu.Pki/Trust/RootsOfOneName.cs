namespace Aksu.Pki.Trust;

/// <summary>The trusted authorities that share a name, read when they are asked for. Thread-safe.</summary>
internal sealed class RootsOfOneName(IEnumerable<TrustedRoot> roots)
{
    private readonly Lazy<Certificate[]> _certificates =
        new(() => [.. roots.Select(static root => root.Certificate).OfType<Certificate>()]);

    public ReadOnlySpan<Certificate> Certificates => _certificates.Value;
}
