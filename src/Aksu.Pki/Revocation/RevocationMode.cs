namespace Aksu.Pki.Revocation;

/// <summary>How much a verifier wants to know about revocation.</summary>
public enum RevocationMode
{
    /// <summary>Nothing: even a stapled response is ignored, and so is a certificate's demand for one.</summary>
    Off,
    /// <summary>What the peer staples counts, and must be there if its certificate says so (RFC 7633). Nothing else is asked for.</summary>
    StapledOnly,
    /// <summary>Stapled responses, given lists and fetched evidence count; a status that can't be known is let pass.</summary>
    Soft,
    /// <summary>As soft, but a status that can't be known is a refusal.</summary>
    Hard,
}
