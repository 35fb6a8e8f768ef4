namespace Aksu.Pki.Revocation;

/// <summary>Whose revocation is looked at.</summary>
public enum RevocationScope
{
    /// <summary>The peer's own certificate.</summary>
    Peer,
    /// <summary>Every certificate of the path except the trusted one.</summary>
    Path,
}
