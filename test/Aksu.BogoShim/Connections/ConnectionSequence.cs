using Aksu.BogoShim.Configuration;
using Aksu.BogoShim.Flags;
using Aksu.Testing;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.BogoShim.Connections;

/// <summary>The connections of one case, one after the other; sessions go from each to the next.</summary>
internal sealed class ConnectionSequence(CommandLine commandLine)
{
    private readonly ManualTime _time = new();

    public void Run()
    {
        ShimConfiguration initial = commandLine.Initial;
        var sessions = new ServerSessions(areOutside: initial.IsAsync || initial.UsesOutsideTickets);
        TlsSession? session = null;
        for (int i = 0; i <= initial.ResumeCount; i++)
        {
            ShimConfiguration configuration = i == 0 ? initial : commandLine.Resume;
            if (i > 0 && !configuration.IsServer && session is null)
            {
                throw new ShimFailure("There is no session to resume.");
            }

            var exchange = new Exchange(configuration, _time, sessions, session, isResumption: i > 0);
            session = exchange.Run() ?? session;
            _time.Advance(configuration.ResumptionDelay);
        }
    }
}
