using System.Diagnostics.CodeAnalysis;
using Aksu.Pki;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Negotiation;

namespace Aksu.Tls;

/// <summary>
/// Sessions that servers issued, for a client to resume. Those of TLS 1.3 are used once (RFC 9846 §C.4), and all of them only for the same
/// server name, port, application protocols, trust, policy and own certificate as when it was made. Bounded: the servers not used for
/// longest are forgotten first. Thread-safe. Disposing it wipes the sessions.
/// </summary>
public sealed class ClientSessionCache : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SessionKey, LinkedListNode<Server>> _servers = [];
    private readonly LinkedList<Server> _byUse = new();
    private readonly int _maxServers;
    private readonly int _maxSessionsPerServer;
    private bool _isDisposed;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="maxServers">How many servers it remembers: 1 to 1,000,000.</param>
    /// <param name="maxSessionsPerServer">How many sessions of one server it keeps, the newest ones: 1 to 64.</param>
    public ClientSessionCache(int maxServers = 256, int maxSessionsPerServer = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxServers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxServers, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSessionsPerServer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxSessionsPerServer, 64);
        _maxServers = maxServers;
        _maxSessionsPerServer = maxSessionsPerServer;
    }

    /// <summary>How many sessions are kept.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byUse.Sum(static server => server.Sessions.Count);
            }
        }
    }

    /// <summary>Forgets and wipes everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (Server server in _byUse)
            {
                server.Sessions.ForEach(static kept => kept.Session.Dispose());
            }

            _servers.Clear();
            _byUse.Clear();
        }
    }

    /// <summary>Wipes everything; what comes later is not kept.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Clear();
        }
    }

    /// <summary>Keeps a session, which belongs to the cache from then on.</summary>
    internal void Add(SessionKey key, TlsSession session, Verdict? verdict, DateTimeOffset now)
    {
        var kept = new KeptSession(session, verdict, EndOf(session));
        lock (_gate)
        {
            if (_isDisposed || kept.Until <= now)
            {
                session.Dispose();
                return;
            }

            List<KeptSession> sessions = Use(key).Sessions;
            sessions.Add(kept);
            if (sessions.Count > _maxSessionsPerServer)
            {
                sessions[0].Session.Dispose();
                sessions.RemoveAt(0);
            }
        }
    }

    /// <summary>Takes the newest session out; it belongs to the caller from then on.</summary>
    internal bool TryTake(SessionKey key, DateTimeOffset now, [NotNullWhen(true)] out KeptSession? taken)
    {
        taken = null;
        lock (_gate)
        {
            if (!_servers.TryGetValue(key, out LinkedListNode<Server>? node))
            {
                return false;
            }

            List<KeptSession> sessions = node.Value.Sessions;
            while (taken is null && sessions.Count > 0)
            {
                KeptSession newest = sessions[^1];
                sessions.RemoveAt(sessions.Count - 1);
                if (newest.Until > now)
                {
                    taken = newest;
                }
                else
                {
                    newest.Session.Dispose();
                }
            }

            if (sessions.Count == 0)
            {
                Forget(node);
            }
        }

        return taken is not null;
    }

    /// <summary>Puts a session back that can be used again, behind those that came since.</summary>
    internal void Return(SessionKey key, KeptSession kept)
    {
        lock (_gate)
        {
            List<KeptSession>? sessions = _isDisposed ? null : Use(key).Sessions;
            if (sessions is null || sessions.Count == _maxSessionsPerServer)
            {
                kept.Session.Dispose();
            }
            else
            {
                sessions.Insert(0, kept);
            }
        }
    }

    /// <summary>A session ends with its lifetime, and with the certificates that it stands on.</summary>
    private static DateTimeOffset EndOf(TlsSession session)
    {
        DateTimeOffset end = session.ReceivedAt + session.Lifetime;
        return session.AcceptedUntil < end ? session.AcceptedUntil : end;
    }

    private Server Use(SessionKey key)
    {
        if (_servers.TryGetValue(key, out LinkedListNode<Server>? node))
        {
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value;
        }

        if (_servers.Count == _maxServers)
        {
            LinkedListNode<Server> oldest = _byUse.First!;
            oldest.Value.Sessions.ForEach(static kept => kept.Session.Dispose());
            Forget(oldest);
        }

        var server = new Server(key, []);
        _servers.Add(key, _byUse.AddLast(server));
        return server;
    }

    private void Forget(LinkedListNode<Server> node)
    {
        _servers.Remove(node.Value.Key);
        _byUse.Remove(node);
    }

    /// <summary>A session with the verdict it rests on, and until when it may be used.</summary>
    internal sealed record KeptSession(TlsSession Session, Verdict? Verdict, DateTimeOffset Until);

    private sealed record Server(SessionKey Key, List<KeptSession> Sessions);
}
