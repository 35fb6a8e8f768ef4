using Aksu.Cryptography;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Tests.Wiping;

/// <summary>
/// Counts the secrets of this process that were not wiped. Tests that count run alone: their collection is not run beside others.
/// </summary>
[CollectionDefinition(Collection, DisableParallelization = true)]
public sealed class LivingSecrets
{
    public const string Collection = nameof(LivingSecrets);

    /// <summary>
    /// How many more there are after an action than before; the action was done once already, for what is made at first use.
    /// </summary>
    internal static long LeftBy(Action action)
    {
        action();
        long before = SecretCount.Living;
        action();
        return SecretCount.Living - before;
    }

    /// <summary>The sessions that a client received belong to whoever takes them.</summary>
    internal static void DropSessions(ClientEngine client)
    {
        while (client.TryTakeSession(out TlsSession? session))
        {
            session.Dispose();
        }
    }
}
