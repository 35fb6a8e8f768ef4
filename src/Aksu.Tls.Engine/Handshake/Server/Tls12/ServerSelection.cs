using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>What a server chose for a full handshake; the parts fit each other.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Group">The group; null where there is no Diffie-Hellman.</param>
/// <param name="Key">The certificate; null with a pre-shared key.</param>
/// <param name="Scheme">What the key signs with; null where nothing is signed.</param>
internal sealed record ServerSelection(Suite12 Suite, NamedGroup? Group, CertifiedKey? Key, SignatureScheme? Scheme);
