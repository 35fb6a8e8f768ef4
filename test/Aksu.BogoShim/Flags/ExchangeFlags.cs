using System.Globalization;

namespace Aksu.BogoShim.Flags;

/// <summary>Where to connect, and what to do with the connection.</summary>
internal static class ExchangeFlags
{
    public static Flag[] All { get; } =
    [
        Flag.Number("-port", static (c, value) => c.Port = value),
        Flag.Text("-shim-id", static (c, value) => c.ShimId = ulong.Parse(value, CultureInfo.InvariantCulture)),
        Flag.Switch("-ipv6", static c => c.IsIpv6 = true),
        Flag.Switch("-server", static c => c.IsServer = true),
        Flag.Number("-resume-count", static (c, value) => c.ResumeCount = value),
        Flag.Ignored("-allow-hint-mismatch"),
        Flag.Ignored("-write-settings", hasValue: true),
        Flag.Switch("-async", static c => c.IsAsync = true),
        Flag.Switch("-implicit-handshake", static c => c.IsImplicitHandshake = true),
        Flag.Switch("-no-op-extra-handshake", static c => c.HandshakesAgain = true),
        Flag.Switch("-handshake-never-done", static c => c.NeverCompletes = true),
        Flag.Switch("-shim-writes-first", static c => c.WritesFirst = true),
        Flag.Text("-shim-initial-write", static (c, value) => c.InitialWrite = value),
        Flag.Number("-repeat-shim-initial-write", static (c, value) => c.InitialWriteCount = value),
        Flag.Switch("-shim-shuts-down", static c => c.ShutsDown = true),
        Flag.Switch("-check-close-notify", static c => c.ChecksCloseNotify = true),
        Flag.Number("-read-size", static (c, value) => c.ReadSize = value),
        Flag.Switch("-read-with-unfinished-write", static c => c.ReadsWithUnfinishedWrite = true),
        Flag.Switch("-write-different-record-sizes", static c => c.WritesDifferentSizes = true),

        // Writes are always whole here.
        Flag.Ignored("-partial-write"),
        Flag.Switch("-key-update", static c => c.UpdatesKeys = true),
        Flag.Number("-max-send-fragment", static (c, value) => c.MaxSendFragment = value),
        Flag.Text("-expect-msg-callback", static (c, value) => c.ExpectedTrace = value),
        Flag.Number("-export-keying-material", static (c, value) => c.ExportLength = value),
        Flag.Text("-export-label", static (c, value) => c.ExportLabel = value),
        Flag.Text("-export-context", static (c, value) => c.ExportContext = value),
        Flag.Switch("-use-export-context", static c => c.HasExportContext = true),
        Flag.Switch("-tls-unique", static c => c.WritesTlsUnique = true),
    ];
}
