using Aksu.Pki;

namespace Aksu.Cli.Demo;

/// <summary>What is wrong with a certificate in the demonstration of a refusal. Immutable.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Failure">What the verification must find.</param>
/// <param name="Story">What happened to the certificate, in words; <c>{0}</c> is its owner's name.</param>
internal sealed record DemoFlaw(string Name, VerificationFailure Failure, string Story)
{
    public static readonly DemoFlaw Expired = new(
        "expired", VerificationFailure.Expired, "The certificate of {0} was good until yesterday, and nobody has renewed it.");

    public static readonly DemoFlaw WrongName = new(
        "wrong-name",
        VerificationFailure.NameMismatch,
        "Whoever answers has a certificate that is good in itself, and for another name than {0}.");

    public static readonly DemoFlaw UnknownAuthority = new(
        "unknown-ca",
        VerificationFailure.UnknownAuthority,
        "Somebody made an authority of his own and issued a certificate for {0} with it. Anybody can do that.");

    public static readonly DemoFlaw Revoked = new(
        "revoked",
        VerificationFailure.Revoked,
        "The private key of {0} was stolen, and the authority has revoked the certificate. All the rest of it is in order.");

    public static readonly DemoFlaw Tampered = new(
        "tampered",
        VerificationFailure.BadSignature,
        "The authority certified somebody else; he has written the name {0} over his own. The signature is still the old one.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DemoFlaw> All { get; } = [Expired, WrongName, UnknownAuthority, Revoked, Tampered];
}
