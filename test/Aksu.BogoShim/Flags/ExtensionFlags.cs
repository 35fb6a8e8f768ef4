using Aksu.BogoShim.Configuration;

namespace Aksu.BogoShim.Flags;

/// <summary>Server name and application protocols.</summary>
internal static class ExtensionFlags
{
    public static Flag[] All { get; } =
    [
        Flag.Text("-host-name", static (c, value) => c.HostName = value),
        Flag.Text("-expect-server-name", static (c, value) => c.Expected.ServerName = value),
        Flag.Switch("-expect-no-server-name", static c => c.Expected.NoServerName = true),
        Flag.Text("-advertise-alpn", static (c, value) => c.AdvertisedProtocols = ProtocolList.Parse(value)),
        Flag.Text("-expect-alpn", static (c, value) => c.Expected.ApplicationProtocol = value),
        Flag.Text("-select-alpn", static (c, value) => c.SelectedProtocol = value),
        Flag.Text("-expect-advertised-alpn", static (c, value) => c.Expected.AdvertisedProtocols = ProtocolList.Parse(value)),
        Flag.Switch("-decline-alpn", static c => c.DeclinesProtocols = true),
        Flag.Switch("-reject-alpn", static c => c.RefusesProtocols = true),
        Flag.Switch("-select-empty-alpn", static c => c.SelectedProtocol = ""),
    ];
}
