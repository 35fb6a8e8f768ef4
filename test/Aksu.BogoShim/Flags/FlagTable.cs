namespace Aksu.BogoShim.Flags;

/// <summary>Every flag that the shim knows, and why it does not know the others.</summary>
internal static class FlagTable
{
    private static readonly Dictionary<string, Flag> Known = new Flag[][]
    {
        ExchangeFlags.All,
        NegotiationFlags.All,
        CertificateFlags.All,
        CredentialFlags.All,
        ExtensionFlags.All,
        SessionFlags.All,
    }.SelectMany(static flags => flags).ToDictionary(static flag => flag.Name);

    /// <exception cref="UnsupportedException">There is no such flag here.</exception>
    public static Flag Find(string name) =>
        Known.TryGetValue(name, out Flag? flag) ? flag : throw new UnsupportedException(UnsupportedFlags.ReasonFor(name));
}
