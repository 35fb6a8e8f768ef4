namespace Aksu.Pki.Revocation;

/// <summary>What is known about one certificate after looking at the evidence.</summary>
/// <param name="IsKnown">Whether the evidence decides.</param>
/// <param name="IsRevoked">Whether it is revoked, if known.</param>
/// <param name="Detail">In words: what the evidence says, or why there is none that counts.</param>
internal readonly record struct RevocationStatus(bool IsKnown, bool IsRevoked, string Detail)
{
    public static RevocationStatus Unknown(string detail) => new(false, false, detail);

    public static RevocationStatus Good(string detail) => new(true, false, detail);

    public static RevocationStatus Revoked(RevokedEntry entry, string source) => new(true, true,
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"revoked at {entry.Time:yyyy-MM-dd HH:mm} UTC ({entry.Reason}), says {source}"));
}
