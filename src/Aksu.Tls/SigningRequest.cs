using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls;

/// <summary>What a key that lives elsewhere has to sign for a handshake. Immutable.</summary>
/// <param name="Certificate">The certificate whose key has to sign.</param>
/// <param name="Scheme">The signature scheme as TLS names it.</param>
/// <param name="Algorithm">The same, as the primitives name it.</param>
/// <param name="Content">What is signed; it is not hashed yet: hashing is part of the algorithm.</param>
public sealed record SigningRequest(
    Certificate Certificate, SignatureScheme Scheme, SignatureAlgorithm Algorithm, ReadOnlyMemory<byte> Content);
