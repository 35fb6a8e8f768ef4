namespace Aksu.Tls.Negotiation;

/// <summary>What must be the same for a session to be resumed.</summary>
/// <param name="ServerName">The name that the certificate was verified against.</param>
/// <param name="Port">The server's port; 0 when not known.</param>
/// <param name="Protocols">The application protocols that were offered, as <see cref="TextOf"/> writes them.</param>
/// <param name="Context">A digest of everything that decided the authentication, in hexadecimal.</param>
internal readonly record struct SessionKey(string ServerName, int Port, string Protocols, string Context)
{
    /// <summary>One text for a list; different lists have different texts.</summary>
    public static string TextOf(IReadOnlyList<string> protocols) =>
        string.Concat(protocols.Select(static protocol => $"{protocol.Length}:{protocol}"));
}
