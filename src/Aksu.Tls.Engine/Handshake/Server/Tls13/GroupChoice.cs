using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>Which group a server takes (RFC 9846 §4.3.8).</summary>
internal static class GroupChoice
{
    /// <summary>
    /// The share for the most preferred group that has one, for a round trip saved is worth more than an order among good groups; null when
    /// no share can be used, and then <paramref name="group"/> is the one to ask for.
    /// </summary>
    public static KeyShareEntry? Choose(ServerHandshakeOptions options, ReceivedOffer offer, out NamedGroup group)
    {
        NamedGroup[] offered = offer.Groups ?? throw Fault.MissingExtension(ExtensionType.SupportedGroups, "ClientHello");
        NamedGroup? best = null;
        for (int i = 0; i < options.Groups.Count; i++)
        {
            NamedGroup own = options.Groups[i];
            if (!offered.Contains(own) || GroupRules.Resolve(own, options.Cryptography) is null)
            {
                continue;
            }

            best ??= own;
            foreach (KeyShareEntry share in offer.Shares ?? [])
            {
                if (share.Group == own)
                {
                    group = own;
                    return share;
                }
            }
        }

        group = best ?? throw Fault.NoCommonGroup();
        return null;
    }
}
