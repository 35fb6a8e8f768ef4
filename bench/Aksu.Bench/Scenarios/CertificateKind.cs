namespace Aksu.Bench.Scenarios;

/// <summary>The keys of a chain, and how long it is.</summary>
internal enum CertificateKind
{
    /// <summary>ECDSA P-256; the root issued the leaf.</summary>
    EcdsaP256,

    /// <summary>RSA-2048; the root issued the leaf.</summary>
    Rsa2048,

    /// <summary>ECDSA P-256 with an intermediate between root and leaf.</summary>
    EcdsaP256WithIntermediate,
}
