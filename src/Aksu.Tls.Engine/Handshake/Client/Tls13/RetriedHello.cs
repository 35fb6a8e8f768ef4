using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>What a HelloRetryRequest fixed: ServerHello must keep to it (RFC 9846 §4.2.4).</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Group">The group for which a share was asked; null when only a cookie came.</param>
internal sealed record RetriedHello(Suite13 Suite, NamedGroup? Group);
