namespace Aksu.Pki.Parsing;

/// <summary>After how many more certificates policies must be explicit, and may no longer be mapped (RFC 5280 §4.2.1.11).</summary>
internal sealed record PolicyConstraints(int? RequireExplicitPolicy, int? InhibitPolicyMapping);
