namespace Aksu.Pki.Paths;

/// <summary>Checks whether one certificate's key signed another certificate; each pair is computed once.</summary>
internal sealed class SignatureChecker(PathContext context)
{
    private readonly HashSet<(Certificate Child, Certificate Issuer)> _wrong = new(ByReference.Instance);

    /// <summary>
    /// False when the signature is wrong or the budget is used up. An algorithm or key that is not supported is no reason to stop here: the
    /// path will be refused by the check on algorithms, which can say so.
    /// </summary>
    public bool Accepts(Certificate child, Certificate issuer)
    {
        if (child.SignatureAlgorithm is not { } algorithm || issuer.PublicKey.Algorithm is PublicKeyAlgorithm.Unknown
            or PublicKeyAlgorithm.Dsa or PublicKeyAlgorithm.EcOther)
        {
            return true;
        }

        if (child.SignatureVerifiedUnder is { } known && known.SubjectPublicKeyInfo.Span.SequenceEqual(issuer.SubjectPublicKeyInfo.Span))
        {
            return true;
        }

        if (_wrong.Contains((child, issuer)))
        {
            return false;
        }

        if (SignatureVerification.IsRight(issuer, algorithm, child.Tbs.Span, child.Signature.Span, context))
        {
            child.SignatureVerifiedUnder = issuer;
            return true;
        }

        _wrong.Add((child, issuer));
        return false;
    }

    private sealed class ByReference : IEqualityComparer<(Certificate Child, Certificate Issuer)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((Certificate Child, Certificate Issuer) x, (Certificate Child, Certificate Issuer) y) =>
            ReferenceEquals(x.Child, y.Child) && ReferenceEquals(x.Issuer, y.Issuer);

        public int GetHashCode((Certificate Child, Certificate Issuer) pair) => HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Child),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(pair.Issuer));
    }
}
