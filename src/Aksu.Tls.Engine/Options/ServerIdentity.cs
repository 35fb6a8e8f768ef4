namespace Aksu.Tls.Engine.Options;

/// <summary>A certified key and the names for which a server presents it.</summary>
/// <param name="Key">The chain and its key.</param>
/// <param name="Names">
/// Host names in lower case, ASCII (A-labels); a first label <c>*</c> stands for any one label (RFC 9525 §6.3). Empty: the key fits any
/// name.
/// </param>
public sealed record ServerIdentity(CertifiedKey Key, IReadOnlyList<string> Names)
{
    /// <summary>
    /// Host names in lower case, ASCII (A-labels); a first label <c>*</c> stands for any one label (RFC 9525 §6.3). Empty: the key fits
    /// any name.
    /// </summary>
    public IReadOnlyList<string> Names { get; init => field = ListCopy.Of(value); } = ListCopy.Of(Names);

    /// <summary>Whether the name that a client asked for is among <see cref="Names"/>.</summary>
    public bool Matches(string serverName)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (Matches(Names[i], serverName))
            {
                return true;
            }
        }

        return Names.Count == 0;
    }

    private static bool Matches(string pattern, string serverName)
    {
        if (!pattern.StartsWith("*.", StringComparison.Ordinal))
        {
            return pattern.Equals(serverName, StringComparison.OrdinalIgnoreCase);
        }

        int dot = serverName.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && pattern.AsSpan(1).Equals(serverName.AsSpan(dot), StringComparison.OrdinalIgnoreCase);
    }
}
