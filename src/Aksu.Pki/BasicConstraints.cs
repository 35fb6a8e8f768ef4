namespace Aksu.Pki;

/// <summary>Whether the subject is an authority, and how many authorities may follow below it (RFC 5280 §4.2.1.9).</summary>
/// <param name="IsAuthority">The cA boolean.</param>
/// <param name="PathLength">Most intermediate certificates that may follow, self-issued ones not counted; null for no limit.</param>
public readonly record struct BasicConstraints(bool IsAuthority, int? PathLength);
