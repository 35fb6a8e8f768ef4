namespace Aksu.Cryptography.Keys;

/// <summary>What an AlgorithmIdentifier says about a key.</summary>
/// <param name="Kind">The kind of key.</param>
/// <param name="OnlyPss">For id-RSASSA-PSS with parameters: the one way of signing that they allow (RFC 4055 §3.1); otherwise null.</param>
internal readonly record struct KeyAlgorithm(KeyKind Kind, SignatureAlgorithm? OnlyPss = null);
