namespace Aksu.Tls.Engine.Options;

/// <summary>Whether a server asks its clients for certificates.</summary>
public enum ClientAuthentication
{
    /// <summary>It does not ask.</summary>
    None,

    /// <summary>It asks; a client without a certificate is served all the same.</summary>
    Requested,

    /// <summary>It asks; a client without a certificate is refused with certificate_required.</summary>
    Required,
}
