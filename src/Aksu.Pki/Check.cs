namespace Aksu.Pki;

/// <summary>One check on a path and how it ended.</summary>
/// <param name="Kind">What was checked.</param>
/// <param name="CertificateIndex">Which certificate of the path it concerns, 0 being the peer's own.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">The failure it means; <see cref="VerificationFailure.None"/> unless it failed.</param>
/// <param name="Detail">What was found, in words.</param>
public readonly record struct Check(CheckKind Kind, int CertificateIndex, CheckOutcome Outcome, VerificationFailure Failure, string Detail)
{
    internal static Check Pass(CheckKind kind, int index, string detail) =>
        new(kind, index, CheckOutcome.Passed, VerificationFailure.None, detail);

    internal static Check Fail(CheckKind kind, int index, VerificationFailure failure, string detail) =>
        new(kind, index, CheckOutcome.Failed, failure, detail);

    internal static Check Tolerate(CheckKind kind, int index, string detail) =>
        new(kind, index, CheckOutcome.Tolerated, VerificationFailure.None, detail);
}
