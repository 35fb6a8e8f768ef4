namespace Aksu.BogoShim.Flags;

/// <summary>Resumption.</summary>
internal static class SessionFlags
{
    public static Flag[] All { get; } =
    [
        Flag.Switch("-expect-session-miss", static c => c.Expected.IsSessionMissed = true),
        Flag.Switch("-expect-no-session", static c => c.Expected.NoSession = true),
        Flag.Switch("-expect-ticket-renewal", static c => c.Expected.IsTicketRenewed = true),
        Flag.Switch("-expect-session-id", static c => c.Expected.IsSessionKept = true),
        Flag.Switch("-expect-no-session-id", static c => c.Expected.IsSessionKept = false),
        Flag.Switch("-no-ticket", static c => c.HasNoTickets = true),
        Flag.Number("-resumption-delay", static (c, value) => c.ResumptionDelay = TimeSpan.FromSeconds(value)),
        Flag.Switch("-use-ticket-callback", static c => c.UsesOutsideTickets = true),
        Flag.Switch("-use-ticket-aead-callback", static c => c.UsesOutsideTickets = true),
        Flag.Switch("-skip-ticket", static c => c.SkipsTickets = true),
    ];
}
