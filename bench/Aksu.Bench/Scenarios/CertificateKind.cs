namespace Aksu.Bench.Scenarios;

/// <summary>The keys of a chain, from the leaf to the root.</summary>
internal enum CertificateKind
{
    EcdsaP256,
    Rsa2048,
}
