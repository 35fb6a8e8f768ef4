namespace Aksu.Pki.Revocation;

/// <summary>
/// Gets evidence about revocation from outside, e.g. over HTTP from the addresses that a certificate names. Derive from it to allow it;
/// nothing is ever fetched otherwise. Must be thread-safe. Time-outs, sizes, proxies and caching are the business of the derived class.
/// </summary>
public abstract class RevocationFetcher
{
    /// <summary>
    /// Looks for evidence about one certificate; <see cref="RevocationEvidence.None"/> if there is none. What it returns is verified like
    /// any other evidence.
    /// </summary>
    public abstract ValueTask<RevocationEvidence> FetchAsync(Certificate certificate, Certificate issuer,
        CancellationToken cancellationToken);
}
