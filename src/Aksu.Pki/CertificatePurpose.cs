namespace Aksu.Pki;

/// <summary>What a certificate is to be used for.</summary>
public enum CertificatePurpose
{
    /// <summary>A TLS server (id-kp-serverAuth): the client asks.</summary>
    Server,
    /// <summary>A TLS client (id-kp-clientAuth): the server asks.</summary>
    Client,
}
