using Aksu.Pki.Revocation;
using Aksu.Pki.Transparency;

namespace Aksu.Pki;

/// <summary>What a verifier demands. Immutable; derive variants with <c>with</c>.</summary>
public sealed record VerificationPolicy
{
    private readonly TrustStore? _trust;

    /// <summary>The default: the system's roots and everything else as documented at each property.</summary>
    public static VerificationPolicy Default { get; } = new();

    /// <summary>Whom to trust; by default the operating system's roots, read at the first use.</summary>
    public TrustStore Trust
    {
        get => _trust ?? TrustStore.System;
        init => _trust = value;
    }

    /// <summary>Certificates that may help to build a path besides those a peer sends. They are not trusted.</summary>
    public IReadOnlyList<Certificate> Intermediates
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value];
        }
    } = [];

    /// <summary>How strictly the rules for issuers are enforced.</summary>
    public CertificateProfile Profile { get; init; } = CertificateProfile.Compatible;

    /// <summary>
    /// Most intermediate certificates between the peer's and the trusted one; self-issued ones are not counted (RFC 5280 §6.1.4).
    /// </summary>
    public int MaxIntermediates { get; init; } = 8;

    /// <summary>Smallest RSA modulus accepted, in bits, for every key of the path.</summary>
    public int MinimumRsaKeySizeInBits { get; init; } = 2048;

    /// <summary>
    /// Pins: SHA-256 hashes of SubjectPublicKeyInfo, as <see cref="PublicKeyInfo.Sha256"/> gives. If there are any, one of them must be in
    /// the path, in addition to everything else. Raw public keys (RFC 7250) are accepted by their pin alone.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pins
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value.Select(static pin => (ReadOnlyMemory<byte>)pin.ToArray())];
        }
    } = [];

    /// <summary>What to demand about revocation.</summary>
    public RevocationPolicy Revocation { get; init; } = RevocationPolicy.StapledOnly;

    /// <summary>Which transparency logs are believed and how many must know a certificate; null (the default) asks for none.</summary>
    public TransparencyPolicy? Transparency { get; init; }

    /// <summary>Bounds on work.</summary>
    public VerificationBudget Budget { get; init; } = VerificationBudget.Default;

    /// <summary>The clock for requests that give no time.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
