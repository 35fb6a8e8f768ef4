using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>Which application protocol a server takes (RFC 7301 §3.2).</summary>
internal static class ServerProtocolChoice
{
    /// <summary>
    /// The server's most preferred one that the client offers; null when one side has none; none in common ends the handshake.
    /// </summary>
    public static string? Choose(ServerHandshakeOptions options, ReceivedOffer offer)
    {
        if (options.ApplicationProtocols.Count == 0 || offer.ApplicationProtocols.Length == 0)
        {
            return null;
        }

        return options.ApplicationProtocols.FirstOrDefault(offer.ApplicationProtocols.Contains) ?? throw Fault.NoApplicationProtocol();
    }
}
