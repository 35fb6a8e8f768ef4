using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Negotiation;

namespace Aksu.Tls;

/// <summary>What this assembly knows about a <see cref="TlsException"/> besides what the engine does.</summary>
public static class TlsExceptionVerdict
{
    extension(TlsException exception)
    {
        /// <summary>
        /// What was wrong with the peer's certificates, with every check; null when they were not what ended the connection.
        /// </summary>
        public Verdict? Verdict => PeerVerdict.Of(exception);
    }
}
