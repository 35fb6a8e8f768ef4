using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What a server remembers of its HelloRetryRequest: the second hello must keep to it (RFC 9846 §4.2.2, §4.2.4).</summary>
/// <param name="FirstHello">A copy of the first ClientHello.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Group">The group for which a share was asked.</param>
/// <param name="Cookie">The cookie; null when none was sent.</param>
/// <param name="TakesPreSharedKey">
/// Whether a pre-shared key of the first hello goes with the suite, so that the client may not drop it.
/// </param>
internal sealed record SentRetry(ClientHello FirstHello, Suite13 Suite, NamedGroup Group, byte[]? Cookie, bool TakesPreSharedKey);
